"""The words of English."""

from tui.meeting.languages.language import Language

ENGLISH = Language(
    code="en",
    name="English",
    names="english|anglais|englisch|inglés|saesneg",
    language_keys="language",
    months=(
        "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
        "september|sept|sep", "october|oct", "november|nov", "december|dec",
    ),
    weekdays=(
        "monday|mon", "tuesday|tues|tue", "wednesday|weds|wed", "thursday|thurs|thur|thu", "friday|fri", "saturday|sat",
        "sunday|sun",
    ),
    date_keys="date|date and time|date & time|date/time|date / time|time and date|day and time|date of meeting"
              "|meeting date"
              "|meeting date/time|meeting date and time|meeting date & time|day & time|day/time|on"
    "|when|date and venue|date, time and venue|date/time/venue|date, time and place|day",
    time_keys="time|start|start time|starts|begins|meeting time|time of meeting|times",
    place_keys="venue|place|location|where|room|address|meeting place|held at|place of meeting|meeting venue"
               "|meet at|meeting at|we meet at|hybrid|in person|in-person"
               "|meeting location|in|place of the meeting",
    chair_keys="chair|chairman|chairperson|chairwoman|in the chair|convenor|convener|facilitator|presiding"
               "|chaired by|moderator|meeting chair|facilitators|chairs|co-chairs|chair of the meeting",
    minutes_keys="minutes|minute taker|minutes taken by|minute-taker|note taker|notes|notetaker|scribe|clerk"
                 "|secretary|recorder"
    "|clerk to the council|minute secretary|minutetaker|minutes taker|minute takers|note-taker|notes by|minutes by"
    "|scribes|note takers",
    title_keys="title|working group|workshop|seminar|webinar|meeting|subject|name of meeting|committee|body|group",
    other_keys="series|repeats|quorum|telephone|tel|phone|e-mail|email|website|web|contact|from|to|cc|mobile|fax|join|zoom"
    "|meeting id|passcode|dial-in|type of meeting|meeting called by|called by|version|status|distribution|papers",
    next_keys="next|next meeting|date of next meeting|next meeting date|date of the next meeting",
    resolution_keys="resolutions|resolution|resolution numbers|resolution number|resolutions from|next resolution",
    page_keys="pages|page|page numbers|minute book page|pages from",
    agenda="agenda|agenda items|agenda item|items|items of business|business|order of business|order of the day|topics"
    "|business to be transacted|meeting agenda|proposed agenda|matters for consideration|items for discussion"
    "|discussion topics"
    "|what we will discuss|what we will talk about|what we will cover|what we['’]ll discuss|what we['’]ll cover"
    "|agenda topics|order paper|running order|programme|items to be discussed|discussion items",
    openers="call to order|invocation|pledge of allegiance|roll call|opening prayer|opening remarks|welcome"
            "|welcome and introductions|welcome and apologies|moment of silence|opening ceremonies"
            "|call meeting to order|call to order and roll call|opening|opening by chair|opening by the chair"
            "|opening of the meeting|opening of meeting|start meeting|start of meeting|start of the meeting"
            "|opening and welcome|check-in|introductions|general opening|opening, welcome and roll call",
    items="item|agenda item|point",
    members="attendance|attendees|present|members|members present|participants|participant|those present|invitees"
    "|membership|councillors|councillors present|trustees|trustees present|governors|governors present"
    "|members attending|directors|directors present|supervisors|commissioners|selectmen|aldermen|council members"
    "|committee members|required|core members|voting members|board members"
            "|expected|here|co-opted|co-opted members|ex officio|ex-officio",
    attending="in attendance|also present|also in attendance|officers|officers present|staff|staff present"
              "|attending|advisers",
    guests="guests|guest|invited|visitors|invited guests|guest speakers|by invitation|speakers|also invited",
    observers="observers|observing|optional",
    apologies="apologies|apologies for absence|regrets|apologies received|sends apologies|apologies from|not attending"
              "|can't make it|can’t make it|cannot make it|can't come|can’t come|cannot attend|can't attend"
              "|can’t attend|unable to attend|sorry can't come|sorry can’t come|sorry|on leave|apols|excused",
    absent="absent|not present|not here|absent without apology",
    meets="meeting|meetings|meets|meet|held|takes place|take place|summoned|assembly|convene|convenes|convened"
          "|attend|gather"
    "|session|call|will be",
    bodies="council|committee|board|society|trust|association|group|governors|panel|forum|club|circle|union|senate|assembly"
    "|commission|federation|network|chamber|fellowship|synod|vestry|guild|team|authority|court|body|league|academy|school"
    "|foundation|company|cooperative|co-operative|pcc|partnership|institute|charity|parish|directors|trustees|community",
    at_place="in the|in|at the|at|on",
    columns=(
        ("number", "no|no.|number|#|nr|item no|item no.|ref|agenda no|agenda item no|item number|s/n"),
        ("item", "item|items|agenda item|topic|subject|heading|description|title|agenda|business|matter"
                 "|discussion|agenda items"
         "|agenda topic|details|issue|what"),
        ("presenter", "lead|presenter|presented by|owner|led by|who|speaker|by|presenting|responsible"
                      "|lead officer|officer"
         "|facilitator|lead person|sponsor|reporting"),
        ("minutes", "min|mins|minutes|duration|time allotted|length|timebox|time (min)|time (mins)|allotted"
                    "|timing (mins)"),
        ("time", "time|timing|start|when|timings|starts"),
        ("paper", "paper|papers|paper ref|enclosure|enc|attachment|document|documents|paper no|appendix|attached"
                  "|page|pages|report"),
        ("name", "name|names|member|members|attendee|attendees|person|people|participant|delegate|delegates"),
        ("role", "role|capacity|title|position|post|organisation|organization|job title|affiliation|representing"
                 "|ward|party|company"),
        ("abbreviation", "initials|abbreviation|abbr|abbr."),
        ("presence", "present|status|attendance|attending|attended|apologies|present?|attending?"),
        ("other", "purpose|action|phase|type|for|action required|outcome|decision|notes|comments|objective"
                  "|category|method"
         "|format|status"),
    ),
)  # fmt: skip

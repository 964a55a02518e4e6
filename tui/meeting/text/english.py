"""The English that minutes are written in: frequent words and standing phrases, for the completion to start from.

Written from general knowledge of the language, for any committee; what a meeting calls its own things is learnt.
Each list begins with its most frequent words, since a word's place in it is taken for its frequency.
"""

from __future__ import annotations

DETERMINERS = """
the a an this their any all these its other more some his one no each two our many both such several her few those
another three every most four my either five six your seven neither ten eight half nine twelve first second third next
last same own
"""

PREPOSITIONS = """
of in for on with at from by as about into through over within during than regarding between after across under
without before up out around against since including upon until following towards per among above despite off below
behind along throughout via beyond down like unlike
"""

AUXILIARIES = """
is was be have has had are were been will would can could should may not being do does did must might cannot isn't
doesn't don't didn't wasn't aren't couldn't wouldn't won't hasn't haven't
"""

PRONOUNS = """
it they he we there she you this that them these i him us himself themselves itself everyone what anyone someone
something everything anything nothing none those her it's who
"""

CONJUNCTIONS = """
and that to which but or if where who when how as whether so because while what although why however once though whose
unless nor therefore
"""

VERBS = """
report provide note agree approve ask discuss review consider confirm respond receive require include ensure continue
support work use request explain raise state need look increase improve develop update suggest comment help identify
address plan+ propose add advise attend remain recommend resolve present thank start change complete follow deliver
highlight seek~sought express invite circulate apply manage carry call record inform issue move second contact share
return involve achieve implement allow reduce appear seem expect progress question reply answer offer arrange prepare
publish submit+ monitor check visit believe welcome want stop+ engage assess train close open consult conclude defer+
amend adopt adjourn join introduce establish maintain reflect relate result affect aim launch appoint elect nominate
employ recruit retain replace remove repair install purchase order pay~paid cost~cost cover charge fund invest save
spend~spent reassure assure acknowledge recognise accept reject decline decide determine demonstrate describe outline
clarify mention observe stress emphasise reiterate remind refer+ draw~drew~drawn investigate examine analyse measure
compare evaluate audit inspect test trial pilot complain challenge criticise oppose object praise commend congratulate
encourage enable empower equip+ assist protect prevent promote secure sustain tackle mitigate minimise maximise
escalate prioritise focus target pursue undertake~undertook~undertaken oversee~oversaw~overseen conduct coordinate
collaborate liaise negotiate lobby campaign advertise communicate notify announce distribute display place post print
sign stamp process handle operate perform function serve supply transfer transport travel drive~drove~driven walk park
enter exit reach arrive depart leave~left stay live host hold~held organise schedule book cancel delay postpone extend
expand grow~grew~grown rise~rose~risen fall~fell~fallen decrease drop+ double halve exceed vary fluctuate build~built
design construct demolish renovate refurbish restore upgrade convert adapt adjust alter modify revise correct fix
solve treat care feed~fed clean clear cut+~cut dig plant water light heat cool store keep~kept lose~lost find~found
discover learn teach~taught study research survey interview score rank rate grade select choose~chose~chosen prefer+
vote count calculate estimate forecast predict assume suppose imagine hope wish wonder worry fear concern matter
influence cause create produce generate form shape lead~led guide direct control limit restrict ban+ permit+ grant
award gain win+~won earn benefit contribute donate collect gather obtain acquire possess own belong exist occur happen
emerge arise~arose~arisen begin+~began~begun end finish last wait pause resume repeat renew refresh react act behave
speak~spoke~spoken talk listen hear~heard see~saw~seen watch view show~showed~shown reveal hide~hid~hidden tell~told
say~said write~wrote~written read~read sing type sort list label mark file access login download link connect attach
combine merge split+~split separate divide break~broke~broken damage harm hurt~hurt suffer recover heal survive die
kill attack defend fight~fought arrest convict commit+ offend steal~stole~stolen rob+ assault abuse threaten enforce
police patrol guard rescue give~gave~given take~took~taken make~made get+~got go~went~gone come~came
become~became~become put+~put set+~set let+~let bring~brought buy~bought sell~sold send~sent meet~met feel~felt
mean~meant think~thought know~knew~known understand~understood stand~stood run+~ran~run turn try pull push pick point
face base depend rely trust doubt deny admit+ claim argue contest appeal judge mediate settle owe lend~lent borrow
rent lease hire house accommodate locate situate allocate assign delegate authorise sponsor endorse ratify scrutinise
summarise illustrate translate interpret define specify embed+ align integrate standardise centralise modernise
digitise automate streamline simplify strengthen enhance accelerate drive
"""
"""`+` doubles the last consonant; after `~` come an irregular past and, where it differs, the participle."""

NOUNS = """
meeting report action plan minute committee board council group member chair update year month week day time date item
agenda staff- service community work- information- issue process review number area people- team budget cost fund
policy project programme decision recommendation question response concern support- need development management-
performance- training- level risk system change progress- use order case way part place point matter office officer
director manager secretary treasurer clerk president trustee governor councillor commissioner chief executive head
leader resident public- police- force health- safety- education- school college university hospital library church
hall park road street site building room property land house housing- home facility equipment- vehicle car bus train
parking- traffic- transport- access- application planning- permission consultation survey result figure data-
evidence- research- analysis feedback- complaint comment view opinion suggestion proposal motion amendment resolution
vote election appointment vacancy nomination apology absence attendance declaration interest conflict paper document
letter email copy draft version form record file list register account statement balance income- expenditure- payment
invoice grant donation fee charge price rate tax saving investment reserve loan debt insurance- contract tender
supplier contractor company business market customer client user patient student pupil child~children parent family
victim offender volunteer worker employee employer partner stakeholder representative organisation agency authority
government department ministry region county town city village parish district ward neighbourhood centre station
network partnership alliance union association society club event activity session workshop conference visit tour
presentation discussion conversation debate speech talk interview inspection audit assessment evaluation investigation
inquiry assurance- reassurance- scrutiny- governance- accountability- oversight- leadership- culture strategy
objective aim goal target priority outcome impact benefit effect value quality- standard measure indicator trend
increase decrease reduction improvement growth- rise fall gap difference comparison average percentage proportion
majority minority total amount range scale size length height volume capacity demand supply resource workforce-
recruitment- retention- sickness- wellbeing- diversity- equality- inclusion- representation promotion progression-
skill experience knowledge- understanding- awareness- confidence- trust- satisfaction- engagement- communication
message news- press- media- website page campaign advert leaflet poster newsletter article contact address phone call
line computer software- technology- server password security- privacy- crime offence incident accident emergency
attack theft burglary robbery assault abuse- violence- drug alcohol- arrest court judge magistrate sentence law
legislation- regulation rule act bill code guidance- guideline procedure protocol practice framework model structure
function role responsibility duty power right job career post position opportunity challenge problem difficulty
barrier solution option alternative choice approach method technique tool test trial pilot phase stage step start end
beginning deadline timescale timetable schedule delay period quarter term season summer winter spring autumn morning
afternoon evening night weekend hour future past- present- history background context reason cause purpose basis
principle idea thought feeling sense example instance detail fact aspect feature element factor condition situation
circumstance environment climate- weather- water- air- energy- gas electricity- oil- waste- litter- tree plant garden
allotment flower grass- field farm animal dog food- meal kitchen table door window roof wall floor gate fence path
bridge river lake sea beach boat ship ferry passenger crew captain driver engine machine repair maintenance- cleaning-
lighting- heating- painting furniture- key lock bin bench sign light notice map photo picture film music- art sport
game match player coach competition prize award certificate badge uniform ticket seat queue trip holiday leave- pay-
wage salary pension bonus overtime- shift rota break agreement arrangement commitment promise offer request invitation
reminder answer reply explanation clarification summary overview outline introduction conclusion appendix annex
section chapter paragraph word language name title heading subject topic theme relationship link connection similarity
pattern piece set series pack pair couple variety kind type sort man~men woman~women person~persons adult youth- age
generation life~lives death birth marriage friend neighbour visitor guest speaker expert adviser consultant engineer
architect solicitor accountant auditor inspector assessor doctor nurse teacher constable sergeant superintendent
deputy assistant supervisor lead frontline headquarters- branch unit directorate division sector industry profession
consideration implementation delivery- completion- operation transition transformation restructure reform efficiency
effectiveness- productivity- innovation sustainability- resilience- reputation transparency- integrity- ethics-
conduct- behaviour attitude motivation morale-
"""
"""`-` has no plural; after `~` comes an irregular plural."""

NAMES = """
January February March April May June July August September October November December Monday Tuesday Wednesday
Thursday Friday Saturday Sunday English British European Christmas Easter
"""

ADJECTIVES = """
new good public local current further next important available able other general recent significant national annual
monthly weekly final full possible necessary different high low large small long short early late major main key
better best greater higher lower larger additional specific particular relevant appropriate clear confident
responsible effective positive negative strong weak difficult easy financial strategic operational organisational
professional personal individual social economic environmental legal political medical technical digital physical
mental internal external independent joint regular previous present future potential likely unlikely aware concerned
satisfied pleased disappointed disappointing happy grateful sorry ready sure certain willing keen open closed safe
secure dangerous vulnerable serious urgent critical essential vital useful helpful valuable successful productive
efficient sufficient adequate robust sustainable reasonable realistic practical suitable acceptable affordable
accessible visible tangible meaningful consistent constant continuous ongoing temporary permanent interim initial
original formal informal official special common normal usual standard typical average overall total whole entire
complete partial equal fair right wrong true false real actual proper correct accurate exact similar related direct
indirect active free busy quiet old young senior junior chief deputy central regional rural urban domestic
international global private voluntary statutory mandatory optional eligible diverse inclusive representative
proportionate wide broad narrow deep heavy light dry wet hot cold warm clean dirty bad poor rich expensive cheap extra
spare empty outstanding overdue due unanimous quarterly daily civil criminal historic modern innovative complex simple
detailed brief comprehensive thorough extensive limited increased improved reduced proposed revised updated dedicated
experienced qualified trained skilled underlying remaining existing forthcoming upcoming subsequent alternative
"""

ADVERBS = """
now very still well already currently not just often always never again soon too quite only even particularly
especially fully recently previously generally usually normally regularly directly clearly closely carefully
effectively efficiently successfully significantly substantially considerably slightly nearly almost approximately
roughly exactly simply mainly largely partly possibly probably perhaps certainly indeed actually really finally
eventually immediately quickly slowly early late later earlier sooner together separately jointly individually locally
nationally publicly formally officially permanently temporarily initially originally subsequently consequently
accordingly otherwise instead meanwhile furthermore additionally similarly unfortunately hopefully properly
appropriately adequately sufficiently highly widely increasingly constantly continually frequently occasionally rarely
sometimes twice unanimously forward back away here there elsewhere today tomorrow yesterday overall ago least most
more less better best further namely potentially realistically proactively
"""

ROLES = """
Chair Chairman Clerk Secretary Treasurer Director Manager Board Committee Council Members President
"""
"""Who does things in the phrases."""

PHRASES = """
The Chair welcomed everyone to the meeting. Apologies for absence were received from. Apologies had been received
from. There were no apologies for absence. There were no declarations of interest. There were no matters arising.
There was no other business. There being no further business the meeting closed at. The date of the next meeting is.
The minutes of the last meeting were agreed as a correct record. The minutes of the previous meeting were approved.
The minutes were agreed as a true record and signed by the Chair. It was agreed that the. It was noted that the. It
was resolved that the. It was proposed that. It was suggested that. It was reported that the. It was recommended that.
It was confirmed that. It was explained that. It was acknowledged that. It was felt that the. It was hoped that. It is
important that the. It is likely that. It is expected that. It is not clear whether. It is not possible to. The
Committee resolved to approve the. The Committee agreed to. The Committee noted the report. The Board noted that. The
Council resolved that. The Committee discussed the. The Committee considered the. The Board approved the. Members
noted that. Members asked whether. Members agreed that. Members were asked to. Members were reminded that. The Chair
asked whether the. The Chair asked for an update on. The Chair asked if. The Chair asked how. The Chair asked what.
The Chair asked that. The Chair said that. The Chair thanked everyone for. The Chair noted that. The Chair added that.
The Chair highlighted that. The Chair stated that. The Chair commented that. The Chair explained that the. The Chair
confirmed that the. The Chair questioned whether. The Chair queried whether. The Chair suggested that. The Chair
sought assurance that. The Chair sought reassurance that. The Chair requested that. The Chair requested an update. The
Chair raised concerns about. The Chair expressed concern that. The Chair emphasised that. The Chair acknowledged that.
The Director responded that the. The Director replied that. The Director said that. The Director reported that the.
The Director advised that. The Director explained that. The Director added that. The Director confirmed that. The
Director provided an update on the. The Director gave an update on. The Director was asked to. The Director stated
that. The Manager and Director responded that. Both the Chair and Director said that. The Clerk to write to the. The
Clerk to provide an update on the. The Clerk to report back to the next meeting. The Clerk to circulate the. The Clerk
to arrange a meeting with. The Clerk to contact the. The Clerk to confirm. The Clerk to review the. The Clerk to
discuss. The Clerk to investigate. to be discussed at the next meeting. to be added to the agenda for. to be
circulated to all. to ensure that the. to make sure that. to look at the. to look into. to work with. to carry out. to
take forward. to bring back to. to meet with. to have a. to be able to. was asked to provide an update on. was asked
to report back. had been asked to. had been agreed. had been completed. had been received. had been made. had been
provided to the. had been put in place. has been a. has been made. have been asked to. have been identified. will be
able to. will be reported to. will be discussed at. will be held on. will continue to. would be able to. would like to
see. would be. would not be. should be able to. should be. should have been. could be. can be. may be. may not be.
must be. need to be. needs to be. needed to be. is to be. was to be. to be a. is currently being. are currently being.
is being. are being. was being. were being. is not. are not. was not. were not. does not. do not. did not. will not.
would not. could not. cannot be. should not. that there is a. that there are. that there was a. that there were. that
there had been. There is a need to. There are a number of. There was a discussion. There had been a number of. There
has been an increase in. There have been. that it is. that it was. that it would be. that the. that this is. that this
was. that they are. that they were. that they had. that he was. that she was. that he had. that all. that a. that
some. that we. if the. whether the. when the. what the. how the. where the. why the. as the. but the. and the. and
that the. and that. and to. and a. and will. and would be. and had. and was. and is. or the. of the. in the. to the.
for the. on the. with the. from the. by the. at the. into the. about the. over the. through the. across the. during
the. after the. before the. between the. within the. under the. against the. since the. regarding the. of a. in a. for
a. with a. as a. at a. by a. to a. on a. is a. was a. of their. of its. in their. of this. in this. for this. on this.
at this meeting. this is. this was. this would be. this will be. these are. which is. which was. which are. which
were. which had been. which has. which have been. which will. which would. who are. who had. who have. as a result of
the. as part of the. as well as the. as soon as possible. as set out in. as long as. at the end of the. at the next
meeting. at the last meeting. at the moment. at the time. by the end of the. in addition to. in order to. in relation
to the. in respect of. in terms of. in line with the. in the future. in place. in particular. in response to. in the
last year. in the process of. on behalf of the. on track. on the agenda. due to the. due to be. according to the. with
regard to the. with regards to. with respect to. for example. from other. from the public. such as. more than. less
than. rather than. other than. so that the. in case of. instead of. because of the. a number of. a range of. a lot of.
a series of. a piece of work. a lack of. an opportunity to. an increase in. an update on the. an example of. one of
the. some of the. most of the. all of the. many of the. part of the. part of a. the end of. the number of. the impact
of the. the importance of. the need for. the need to. the opportunity to. the use of. the development of. the majority
of. the rest of the. the same time. the following. the next few weeks. the last six months. the past year. up to. up
to date. out of. carried out by. set up. set out in. based on the. focus on. working with. work with the. worked with.
looking at. dealt with. led by. supported by. provided by. agreed by. identified as. used to. able to. aware of the.
aware that. confident that the. concerned about the. concerned that. pleased to report. pleased that. responsible for.
available to. likely to be. difficult to. important to. ready to. due in. subject to. proposed by. seconded by. all in
favour. agreed unanimously. carried unanimously. with immediate effect. next steps. lessons learned. best practice.
action plan. terms of reference. risk register. annual report. annual general meeting. year end. any other business.
matters arising. members of the public. health and safety. value for money. the report was noted. No further
questions. No items. What is the. What are the. How many. How will the. How does the. Is the. Are there any. Can the.
Does the. Has the. Have the. Will the. When will the. Why is the. Do you. Could the. Is there a.
"""
"""Each to its full stop; one that stops short goes on in more than one way. A role in it stands for anybody."""

SHORTHAND = """
abt about
accts accounts
addl additional
agd agreed
agmt agreement
agn again
approx approximately
appt appointment
apptd appointed
apvd approved
assoc association
bfr before
bldg building
bn been
btwn between
chmn chairman
cld could
cllr Councillor
cllrs Councillors
cn can
comms communications
confd confirmed
cttee committee
cttees committees
dept department
depts departments
f for
finl financial
fm from
fwd forward
govt government
grp group
gvn given
hs has
hv have
hwr however
impt important
incl including
ltr letter
mbr member
mbrs members
mgmt management
mgr manager
mtg meeting
mtgs meetings
n and
nt not
ntc notice
nvr never
nxt next
orgn organisation
ppl people
qn question
qns questions
qtr quarter
recd received
rpt report
rptd reported
rpts reports
sd said
secd seconded
shd should
snc since
stl still
stmt statement
svc service
svcs services
t the
tbc to be confirmed
tho though
thru through
tkn taken
treas treasurer
tt that
w/ with
w/o without
wch which
wd would
whr whether
wk week
wks weeks
wl will
wr were
ws was
yday yesterday
yr year
yrs years
"""
"""What every minute-taker writes in a hurry, and what it stands for, a line each; none of them is a word."""

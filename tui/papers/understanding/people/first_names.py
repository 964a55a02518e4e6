"""First names that are hardly anything else, in the languages in which papers are read."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """aaron abbie abdul abena abigail adaeze adam adele aditi adjoa adriaan adrian agata agnes agneta agnieszka
    agustín ahmed aidan aiko aileen aino aisha akash alan alasdair albert alberto aled alejandra alejandro
    alessandro alex alexander alexandra alfonso alfred ali alice alina alison alistair allan alma alun alva alwena
    alwyn ama amanda amara amina amit amparo amy amélie ana ananya anastasia anders andrea andreas andrei andrew
    andrés andy aneurin angela angelika angharad angus anika anil anita anja anjali anke ankit ann anna anne
    annegret anneke anneliese annemarie annette annie anthony antoine anton antonia antonio anwar anwen aoife arie
    arjun arnaud arne arthur arun arwel arwyn asha ashley astrid asunción audrey axel ayesha ayodele ayşe barbara
    barry bart bartosz beata beatrice beatriz becky begoña ben benedict benito benjamin bernadette bernard bernd
    bert bertrand beth bethan betty birgit birte björn bo bob bogdan bogdana boris bram brenda brendan brian bridget
    brigid brigitte britt britta bronwen bruce bruno bryan burkhard bärbel camille carina carl carla carlos carmen
    carol caroline carys caspar cathal catherine cathy catrin cecilia cees ceri chantal charles charlie chidi
    chinedu chioma chloe chris christa christelle christina christine christoph christopher ciara claire clara
    claude claudia clive clément coen colette colin concepción connie connor conor consuelo cora corinne cornelia
    corrie craig cristian cristina cyril cyrille cédric céline daan dafydd daisy damien dan daniel daniela danny
    danuta dariusz darren dave david dawid debbie deborah debra declan deepa deepak deirdre delphine denis denise
    dennis derek dermot desmond detlef dewi diane didier diego dieter dilys dirk dirk-jan divya dmitri dolores
    dominic dominique donald donna doreen doris dorothea dorothy dot doug douglas duncan dylan eamon ebba eberhard
    eckhard eddie edeltraud edith edmund eduardo edward edwin efua eileen eirlys ekaterina elaine eleanor elena
    eleri elfriede elias elin elisabeth elizabeth elke ellen ellie elliot els elsa eluned emilia emilio emily emma
    emmanuel emmanuelle emrys emyr enrique eoin eric erica erik erika ernst erwin esmee esteban estelle esther
    eszter ethan eugene eugenia eva evelyn ewa ewald ewan fabian fabien fabienne fabrice faisal farah fatima fatma
    fatou federico felicity felipe felix femi femke fergus fernando ffion finn fiona fionn florian florin frances
    francesca francine francis francisco franck frans franz françois françoise fred freddie frederick freya frida
    frieda friedhelm friedrich gabriel gabriela gail galina gareth garry gary gaurav gavin gaynor geert geeta gemma
    geneviève geoff geoffrey georg george georges geraint gerald geraldine gerard gerardo gerd gerhard gerlinde
    gerrit gert gesine gethin gheorghe ghislaine gill gilles gillian giovanni gisbert gisela gita giulia glenda
    glenys gonzalo gordon gottfried graham grażyna greg gregor gregorio gregory gruffydd grzegorz guadalupe gudrun
    guido guillaume gustav guy gwen gwenda gwyn gwyneth gérard günter günther hal hamish hamza hanna hannah hanneke
    hannelore hannes hans hao harald harm harpreet harriet harry hartmut haruto hassan hazel heather hector hedda
    hedwig hefin heidi heike heiner heinrich heinz heledd helen helena helga helmut hendrik henk henning henri
    henrik henry herbert hermann herta hilary hilda hilde hildegard hiro hiroshi holger horst howard hubert huda
    hugh hugo hugues hui huw hélène ian ibrahim ida ieuan ifan ifeoma ignacio igor ilona ilse imogen imran indira
    ineke ines inge ingeborg ingo ingrid inmaculada ioan ioana iolo ionut irene irina irmgard isabel isabelle isidro
    isla ivan ivana ivo iwan jaap jacek jackie jacob jacoba jacqueline jacques jaime jakob jakub jamal james jamie
    jan jana jane janet janice janusz jari jasmine jason jasper jaspreet javier jean jean-claude jeanette jeff
    jeffrey jelena jelle jen jennifer jenny jens jeremy jerry jerzy jesper jessica jesús jie jill jim jimmy jing jo
    joachim joan joanna joanne joaquín jochen joel johanna johannes john johnny joke jolanda jolien jon jonas
    jonathan joop joost jorge joris jos josefa joseph josephine joshua josiane josé joyce joëlle juan judith judy
    julia julian julie julien juliette justin jutta jérôme jörg jörn jürgen kamal kaori kara karel karen karim karin
    karl karla karsten kasia kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin katya kavita
    kay kees keiko keith kelly ken kenji kenneth kerry kerstin kevin khalid kim kiran kirsten kirsti kirsty klaas
    klaus knut koen kofi konrad krystyna krzysztof kurt kwabena kwame lakshmi lars laura lauren laurence laurent
    layla lea leah leanne leendert leila lena lene leo leon leonard leonie lerato leslie lewis leyla liam lidia
    lieke lilian lily linda lindsay linh linnea lionel lisa liv liz ljubica llinos llion lloyd loes lola lore lorna
    lorraine lothar lotta lotte lou louisa louise lourdes lowri loïc luc luca lucas lucie lucien lucille lucinda
    lucy lucía ludger ludovic ludwig luis luisa luise luka lukas luke lutz lydia lyn lynda lynn lynne léa léon
    maaike maarten maciej maddie madeleine maeve magda magdalena maggie mairi maite makoto malcolm manfred manish
    manon manuel manuela marc marcel marcelo marcia marco marcus mared marek margaret margarita margot maria mariam
    marian marianne marie marieke marija marijke marijn mario marion marisol marjorie mark markus marleen marlene
    marloes marta martha martijn martin martina martine mary maryse marzena maría mateo mateusz mathias mathieu
    mathilde matt matteo matthew matthias maud maureen maurice mauricio max maxime maya małgorzata mechthild meera
    megan mehmet mei meike melanie meleri melissa mercedes meryl mette mia michael michał michel michelle mick mieke
    miguel mihai mike mikhail milan milena millie mina ming mingzhu minh mireille miriam mirjam mirjana mohamed
    mohammed mohan moira molly mona monica monika montserrat morag morgan moritz muhammad muriel murray myra nabil
    nadia nadine nadja nadège nancy naoki naomi narelle nasreen natalia natalie natasha nathalie nathan neha neil
    nenad nerys neville ngozi nia niall niamh nick nicki nicola nicolas nicole niek niels nienke nigel nikhil
    nikolai nils nina nisha nkechi nnamdi noah noel noor nora norbert norma norman noura nuala nuria obinna odile
    oisín olaf ole oleg olga oliver olivia olivier olu oluwaseun omar onno orla osama oscar oskar otto owain owen
    pablo paco padraig paloma pam pamela paolo pascal pascale patrice patricia patrick paul paula pauline pavel
    paweł pedro peggy penelope petar pete peter petra phil philip philipp philippa philippe phillip phoebe pia
    pierre piet pieter pilar piotr pippa polly pooja pradeep prakash preeti priti priya rachel rachid rafael rahul
    rainer raj rajesh rajiv ralf ralph raluca ramesh ramón rania raphael raquel rasmus ravi raymond raymonde raúl
    rebecca reiner reinhard reinier rekha renata renate rené rhian rhiannon rhodri rhydian rhys ricardo richard rien
    rikke rikki rita ritu rob robert roberto robin rocío rodney rodrigo roel roger rohan roland rolf romain ron
    ronald ronnie rory ros rosa rosalind rosario roselyne rosemarie rosemary rosie ross roswitha rowan roxane roy
    ruben rudi rudolf rupert russell ruth ryan régine róisín rüdiger sabine sachin salim sally salma salvador sam
    samantha samir samira samuel sandeep sander sandra sandrine sandy sanjay sanjit sanne santiago saoirse sarah
    sascha saskia satoshi sean sebastian seema serge sergei sergio shalini shane sharon sheila shirley shona shreya
    sian siegfried sieglinde sigmar sigrid silke silvia simon simone siobhan sipho sita siân sjoerd slobodan snežana
    sofia sofie sofus solange solveig sonia sonja sonsoles sophia sophie stanisław stefan stefania stefanie steffan
    steffen stella stephan stephanie stephen steve steven stewart stijn stuart stéphane stéphanie sudha sue sunil
    sunita suresh susan susana susann susanne susie suzanne sven svetlana swati sylvain sylvia sylvie sébastien
    sören takashi tamara tania tanja tara tariq tatiana tegwen tendai teresa terry tess tessa teun thabo thandi
    thanh theo theodor theresa thierry thomas thorsten thérèse tilman tim timo timothy tina tineke tjeerd tjitske
    tobias toby tom tomasz tommy tomos tomás toni tony torben torsten tracey tracy traudl trevor trisha trudy truus
    tunde uche udo ulf uli ulrich ulrike ursula usha ute uwe valentina valerie vandana vanessa varun vasile vera
    verena vesna vicente vicky vidar vijay vikram vincent vinod virginie vivian vivien vladimir volker véronique
    walter waltraud wanda wanjiru wei wendy wenzel werner wiebke wietske wilfred wilfried wilhelm willem willemijn
    william wilma wim winfried winifred wojciech wolfgang wouter xavier xiaoyu ximena xin yan yann yannick yasmin
    yaz yetunde ying yoko yolanda yoshi ysabel yuki yusuf yves yvette yvon yvonne zahra zara zaynab zbigniew zeynep
    zodwa zoe zofia zoltán zoran ángel élise élodie éric óscar łukasz""".split()
)
"""Those that are everyday words, months, towns or posts as well are left out: `Will`, `June`, `Chelsea`, `Dean`."""


def is_first_name(word: str) -> bool:
    """Whether a word is a first name, written with a capital."""
    first = word.casefold().rstrip(".")
    return word[:1].isupper() and (first in FIRST_NAMES or first.partition("-")[0] in FIRST_NAMES)

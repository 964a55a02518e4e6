"""What people are given to do, in the words of minutes."""

from __future__ import annotations

VERBS = """
    act action add address advise agree amend announce apply approach arrange ask assess attend book bring buy
    calculate call chair chase check circulate clarify clean clear collate collect compile complete confirm
    consider consult contact continue convene coordinate co-ordinate correct create deal deliver design develop
    discuss display distribute do draft draw email e-mail encourage enquire ensure establish examine explore
    feed fill finalise finalize find finish fix follow forward gather get give go hand help hold identify
    implement include inform inquire inspect install instruct investigate invite issue keep lead let liaise list
    look mail maintain make manage meet mend monitor move notify obtain offer open order organise organize paint
    pay phone place plan post prepare present print produce progress promote propose provide publicise publish
    purchase pursue put raise read receive recommend re-send record recruit register remind remove repair
    replace reply report represent request research resend resolve respond review revise ring run schedule see seek
    select sell send set share show sign sort source speak start store submit suggest supply support talk take
    test thank try type update upload verify visit work write
""".split()
VERB = rf"(?:(?:also|then|further|urgently|please|both)\s+)?(?:{'|'.join(VERBS)})\b"
"""An English verb of a task, with the adverb before it."""

_NOUNS = """
    atelier banquier boulanger cahier calendrier cancer chantier clocher cluster conseiller courrier cuisinier
    danger dernier dossier déjeuner dîner entier escalier fer fichier financier flyer foyer février goûter greffier
    grenier hier hiver hôtelier huissier immobilier infirmier janvier jardinier leader levier loyer léger mer
    menuisier mobilier métier newsletter officier palier panier papier particulier pilier plancher plombier policier
    pompier poster premier quartier rocher routier régulier super trésorier usager verger étranger évier
""".split()
"""French words that end as an infinitive does, and are none."""
_IRREGULAR = """
    agir approfondir attendre avertir battre bâtir choisir conclure conduire construire convaincre convenir
    descendre dire décrire définir démolir enrichir faire finir fournir garantir inclure inscrire intervenir
    introduire investir joindre lire maintenir mettre nourrir obtenir offrir ouvrir peindre permettre poursuivre
    prendre produire prévenir prévoir recevoir refaire rejoindre relire remettre remplir rendre reprendre revoir
    répartir répondre résoudre réduire réfléchir réunir saisir sortir soumettre souscrire suivre tenir traduire
    transmettre vendre voir écrire élargir élire établir étendre
""".split()
INFINITIVE = (
    rf"(?i:(?:re|ré|r)?(?:{'|'.join(_IRREGULAR)})\b"
    rf"|(?!(?:{'|'.join(_NOUNS)})s?\b)[a-zéèêëîïôûçœ][a-zéèêëîïôûçœ']{{2,}}er\b)"
)
"""A French infinitive."""

import { archiveKinds, proposedTerms } from '../../domain/privacy/archiveTerms.ts'
import { archivesWords } from '../privacy/archives.fr.ts'
import type { HelpPage } from './help.fr.ts'

const page = (
  title: string,
  does: string,
  steps: readonly string[],
  ...rules: readonly (readonly [text: string, source: string | null])[]
): HelpPage => ({ title, does, steps, rules: rules.map(([text, source]) => ({ text, source })) })

const dated = 'Chaque réglage entre au journal avec sa date : « Changements » dit qui a changé quoi.'

/** The help of the administration's first page. */
export const helpHome = page(
  'La vue d’ensemble',
  'Voir ce qui ne marche pas, ce qui reste à régler, et trouver chaque réglage.',
  [
    '« Ouvrir la journée », puis le guichet et la borne : la matinée commence ici.',
    'Chaque ligne porte l’acte qui y répond ; réglée, elle disparaît.',
    '« / » cherche un réglage par son nom ; un chiffre choisit un groupe, un second son réglage.',
    dated,
  ],
  ['Ce qui marche ne se dit pas : la page ne montre que ce qui demande un acte.', null],
)

/** The help of each part of the administration. */
export const helpAdministration = {
  office: page(
    'L’office',
    'Dire qui est l’office : son nom, son adresse et ses moyens de contact, tels que tous les papiers les portent.',
    ['Tenez l’adresse, le téléphone et le courriel à jour : un accusé de réception doit les porter.', dated],
    [
      'L’accusé de réception désigne le service, son adresse, son téléphone et son courriel.',
      'CRPA, art. R112-5',
    ],
  ),
  services: page(
    'Services et guichets',
    'Dire quels services sont rendus, à quels guichets et par qui.',
    [
      'Un service a sa lettre, son nom et ses guichets.',
      'Un service fermé garde ses passages : il n’est plus proposé.',
      'Son pictogramme guide à la borne qui ne lit pas : choisissez-en un qu’aucun autre n’a.',
    ],
    ['Un numéro ne se répète pas dans une journée et sa série n’a pas de trou.', null],
  ),
  calendar: page(
    'Les horaires',
    'Dire quand l’office reçoit : semaine, jours fériés, jours à part.',
    ['Un jour à part l’emporte sur la semaine ; un jour férié est déjà connu.', dated],
    ['Avant le ticket, la borne dit si la personne peut être reçue avant la fermeture.', null],
  ),
  appointments: page(
    'Les rendez-vous',
    'Faire entrer les rendez-vous pris ailleurs, par un agenda suivi ou par un fichier.',
    [
      'Essayez l’adresse de l’agenda, puis enregistrez : la liste du jour vient seule.',
      'Importez le fichier de votre prise de rendez-vous : chaque ligne refusée dit pourquoi.',
      'Pour les titres, mettez le jeton de l’ANTS : les numéros de pré-demande sont vérifiés au guichet.',
      'Aucun nom n’est demandé : un code suffit.',
    ],
    ['Ne garder que ce qui est nécessaire.', 'RGPD, art. 5'],
  ),
  changes: page(
    'Les changements',
    'Lire qui a changé quel réglage, et quand.',
    ['Filtrez par date ou par sorte de réglage.'],
    ['Le journal ne se réécrit pas : un réglage repris en est un autre.', null],
  ),
  agents: page(
    'Les agents',
    'Tenir le nom, la qualité et les services de chaque agent.',
    ['Le prénom, le nom et la qualité sont ceux que les papiers porteront.', dated],
    ['Toute correspondance porte le prénom, le nom et la qualité de l’agent.', 'CRPA, art. L111-2'],
  ),
  people: page(
    'Les personnes et leurs droits',
    'Donner à chacun l’accès aux postes qu’il tient, par code, badge ou compte.',
    [
      'Invitez : la personne choisit elle-même son code.',
      'Retirez l’accès à qui part : son nom suit son terme de conservation.',
    ],
    ['Un accès se donne à qui en a besoin, pour ce dont il a besoin.', 'RGPD, art. 32'],
  ),
  documents: page(
    'Les papiers',
    'Régler ce que les documents portent : en-tête, délégations, agents à protéger.',
    ['L’épreuve à droite est la même que celle de l’imprimante.', dated],
    [
      'Une décision porte la signature et la qualité de son auteur, qui doit en avoir reçu délégation.',
      'CRPA, art. L212-1',
    ],
    ['L’anonymat d’un agent se justifie par la sécurité, personne par personne.', 'CRPA, art. L111-2'],
  ),
  till: page(
    'La régie',
    'Écrire l’acte constitutif, ses produits, leurs tarifs et leurs dispenses.',
    ['Un produit a son tarif et le texte qui le fixe.', dated],
    ['Seuls les produits de l’acte peuvent être encaissés.', 'CGCT, art. R1617-1 à R1617-18'],
  ),
  network: page(
    'Le réseau',
    'Relier les postes de l’office, et régler la porte par laquelle ils entrent.',
    [
      'Donnez le code d’appairage à qui installe le poste : il vaut une fois.',
      'Un poste perdu se retire ici, et n’entre plus.',
    ],
    ['Un poste n’a que les droits de sa sorte.', null],
  ),
  printers: page(
    'Les imprimantes',
    'Dire quelles imprimantes l’office a, et ce qui sort sur chacune.',
    ['Imprimez la page d’essai : elle montre la largeur, les accents et la coupe.'],
    ['Une imprimante en panne ne perd rien : le travail attend ou se donne à une autre.', null],
  ),
  printing: page(
    'Les impressions',
    'Voir ce qui attend d’être imprimé, et le relancer ou l’envoyer ailleurs.',
    ['Choisissez un travail : recommencez, envoyez à une autre imprimante, ou abandonnez.'],
    ['Une copie imprimée de nouveau le dit.', null],
  ),
  scanner: page(
    'Le lecteur',
    'Essayer le lecteur de titres et de codes branché à ce poste, et lire comment le régler.',
    [
      'Branchez le lecteur, puis présentez un document : la page dit comment il tape et ce qu’il a lu.',
      'Suivez ce qui est conseillé, puis recommencez. Au guichet, le même essai est dans « Lecture ».',
    ],
    ['Rien de ce qui est lu pendant l’essai n’est gardé.', null],
  ),
  queue: page(
    'La règle de la file',
    'Régler l’ordre des appels : délais visés, attente maximale, rendez-vous, motifs locaux.',
    ['La règle affichée se réécrit d’elle-même ; imprimez son affiche après un changement.', dated],
    ['Une priorité vient d’un texte ; une règle locale est publiée comme telle.', 'CASF, art. L241-3'],
    ['Sans réglage, l’ordre est celui d’arrivée.', null],
  ),
  rules: page(
    'Les démarches',
    'Lire chaque démarche, version par version : pièces, délais, sens du silence, sources.',
    [
      'Filtrez « à confirmer » pour voir ce qui attend une relecture.',
      'Essayez une situation avant de valider.',
    ],
    ['Une pièce ne se demande que si un texte l’exige.', 'CRPA, art. L114-5'],
  ),
  packages: page(
    'Les paquets de règles',
    'Recevoir et appliquer des règles préparées ailleurs, après relecture.',
    ['Un paquet dit son émetteur et ce qu’il change avant d’être appliqué.'],
    ['Un document émis garde la version de règle de son jour.', 'CRPA, art. L311-3-1'],
  ),
  drafts: page(
    'Les projets de règles',
    'Écrire ou corriger une règle, l’essayer, puis la publier en paquet.',
    ['Chaque phrase porte sa source ; une source absente est marquée à confirmer.'],
    ['Les règles d’un traitement algorithmique se communiquent à qui les demande.', 'CRPA, art. L311-3-1'],
  ),
  law: page(
    'La loi ici',
    'Dire ce qui est propre à l’office : échanges entre administrations, scrutins, règlements locaux, voies de recours.',
    ['Les recours réglés ici sont ceux que les papiers et les affiches portent.', dated],
    ['Un délai de recours ne court que s’il a été dit, avec sa voie.', 'CJA, art. R421-5'],
  ),
  search: page(
    'La recherche',
    'Chercher dans les fiches, les articles, les démarches et les pièces, sans internet.',
    ['Tapez un mot ou un numéro d’article ; les flèches choisissent, Entrée va au texte.'],
    ['Chaque texte dit d’où il vient et sa date.', null],
  ),
  languages: page(
    'Les langues',
    'Savoir quels textes du public ont été relus par quelqu’un qui parle la langue, et le noter.',
    [
      'Choisissez la langue, puis qui l’a relue : une fonction, jamais un nom.',
      'Un texte changé depuis sa relecture le dit : faites-le relire.',
      'Le fichier CSV se donne à qui relit.',
    ],
    ['Le document remis est en français ; une traduction n’est qu’une aide.', 'CRPA, art. L111-1'],
  ),
  recordings: page(
    'Les enregistrements',
    'Montrer des vidéos en langue des signes sur la borne et l’affichage, et faire dire chaque démarche par une voix de l’office.',
    [
      'Choisissez la langue, puis « Ajouter » : le fichier est lu ici avant d’être envoyé.',
      'Écrivez ce que dit l’enregistrement : sans ce texte, il n’est pas gardé.',
      'Une vidéo de la règle n’est plus montrée dès que la règle change : refaites-la.',
      '« Retirer » efface l’image et le son ; les sauvegardes les perdent en cent jours.',
    ],
    [
      'Qui signe ou qui parle l’accepte, et peut reprendre son accord à tout moment.',
      'RGPD, art. 6.1.a et 7.3',
    ],
    [
      'Qui n’entend pas a droit, à sa demande, à une traduction écrite ou visuelle de ce qui lui est dit.',
      'Loi 2005-102, art. 78',
    ],
    ['Une vidéo ou un son a son texte écrit.', 'RGAA 4.1, critère 4.1'],
  ),
  messages: page(
    'Les messages au public',
    'Dire quelque chose à tout le monde, sur l’affichage, la borne et le téléphone.',
    [
      '« Écrire un message » : le texte en français, le début et la fin, aux heures de l’office.',
      'Le message paraît à son début et disparaît à sa fin : rien d’autre n’est à faire.',
      'Une langue écrite est montrée à qui la lit ; sinon, le texte français.',
      'Plusieurs messages passent l’un après l’autre, dans l’ordre de la liste : « Monter » le change.',
      '« Retirer » l’ôte aussitôt de tous les écrans.',
    ],
    ['Personne n’est nommé devant la salle : un message qui nomme quelqu’un est refusé.', 'RGPD, art. 5.1.c'],
  ),
  posters: page(
    'Les affiches',
    'Imprimer ce que le public doit pouvoir lire : la règle de la file, les priorités, les réclamations, les droits.',
    [
      'Choisissez l’affiche et la langue ; l’aperçu est la feuille elle-même.',
      'Réimprimez après tout changement de la règle ou des recours.',
    ],
    ['La priorité des cartes « invalidité » et « priorité » est affichée.', 'CASF, art. L241-3'],
  ),
  backup: page(
    'Conserver et oublier',
    'Sauvegarder, restaurer, et effacer ce qui arrive à son terme.',
    [
      'Gardez la clé de secours hors de l’office.',
      'Une durée inconnue reste vide : rien n’est effacé sans elle.',
      'Les archives publiques ne sont pas effacées à leur terme : voyez « Archives ».',
    ],
    ['Aucune élimination d’archives publiques sans visa.', 'Code du patrimoine, art. L212-2'],
    ['Une donnée ne se garde pas plus longtemps que nécessaire.', 'RGPD, art. 5'],
  ),
  accessLog: page(
    'Les consultations',
    'Voir qui a consulté des données de personnes, et pourquoi.',
    ['Filtrez par agent ou par date ; l’export est lui-même noté.'],
    ['Ces traces ne servent pas à évaluer les agents.', 'RGPD, art. 5'],
  ),
  person: page(
    'Les droits d’une personne',
    'Répondre à qui demande ce que l’office garde de lui : le lire, le donner, le limiter, l’effacer.',
    [
      'Partez du papier que la personne a en main : son numéro ou son code retrouve ce qui la concerne.',
      'Une archive publique ne s’efface pas à la demande : l’écran dit laquelle, et son accès peut être limité.',
    ],
    ['Une réponse est due dans le mois.', 'RGPD, art. 12 et 15 à 18'],
  ),
  register: page(
    'Le registre des traitements',
    'Lire et imprimer ce que l’office garde, pourquoi, et jusqu’à quand.',
    ['Le registre est fait de ce que le logiciel garde vraiment : rien n’y est à tenir à la main.'],
    ['Tout responsable tient le registre de ses traitements.', 'RGPD, art. 30'],
  ),
  archives: page(
    'Les archives',
    'Fixer combien de temps chaque archive publique est gardée, la verser aux archives, ou l’éliminer sous leur visa.',
    [
      'Fixez chaque durée avec le service des archives ; jusque-là, celle qui est proposée vaut.',
      'Établissez le bordereau, imprimez-le, faites-le signer, enregistrez le visa, puis éliminez.',
      'Écrivez les lignes que les archives retiennent : elles ne sont pas éliminées, et passent au bordereau de versement.',
      'Pour verser, établissez le bordereau de versement, remettez-le avec le contenu, enregistrez la prise en charge, puis notez le versement.',
    ],
    ['Rien de ce qui est une archive publique ne disparaît de soi-même.', 'Code du patrimoine, art. L212-2'],
    ['L’élimination demande le visa des archives, sur un bordereau.', 'Code du patrimoine, art. R212-14'],
    ['Le versement a son bordereau, établi par le service d’origine.', 'Code du patrimoine, art. R212-16'],
    ['Un dossier ouvert ou limité n’est jamais éliminable.', 'RGPD, art. 17.3 et 18'],
    ...archiveKinds.map(
      (kind) =>
        [
          `${archivesWords.kinds[kind]} : ${archivesWords.rule(kind, proposedTerms[kind].term)}`,
          null,
        ] as const,
    ),
  ),
  files: page(
    'Les dossiers',
    'Compter l’aide donnée aux démarches en ligne dans l’année.',
    ['Choisissez l’année, puis enregistrez le fichier.'],
    ['Une aide n’est faite qu’avec l’accord écrit de la personne.', null],
  ),
  commitments: page(
    'Les engagements',
    'Lire, imprimer et publier ce que l’office a tenu de ses engagements dans l’année, avec la méthode de chaque chiffre.',
    [
      'Choisissez l’année : celle en cours est comptée jusqu’au dernier jour terminé.',
      'Enregistrez les chiffres en CSV, avec leur méthode et leur texte.',
      'Cochez la publication : la page /engagements se lit alors sur le réseau de l’office ; l’année en cours y est comptée par mois entiers.',
    ],
    [
      'Rien n’est dit de moins de cinq personnes, ni de ce qui le ferait déduire du total ; aucune note n’est demandée au public.',
      null,
    ],
  ),
  impact: page(
    'L’analyse d’impact',
    'Tenir l’analyse d’impact de l’office, remplie de ses réglages.',
    [
      'Relisez-la après chaque changement de réglage : elle se refait seule.',
      'Imprimez-la, complétez les cadres à la main ou dans votre propre document, faites-la valider.',
    ],
    ['L’analyse d’impact décrit le traitement, sa nécessité, ses risques et ses mesures.', 'RGPD, art. 35'],
  ),
  staffNotice: page(
    'L’information du personnel',
    'Présenter Guichet aux représentants du personnel, avec ce qui est gardé d’un agent et pour combien de temps.',
    ['Imprimez le document avant la mise en service, et à chaque changement qui touche les agents.'],
    ['Le travail n’est pas surveillé : les chiffres sont par service, jamais par agent.', null],
  ),
  guarantees: page(
    'Les garanties',
    'Lire, imprimer et donner ce que Guichet garantit, avec les essais qui tiennent chaque promesse.',
    ['Ouvrez « Essais » pour lire lesquels.', 'Enregistrez le texte pour qui le demande.'],
    ['Une promesse sans essai n’est pas sur cette page.', null],
  ),
  updates: page(
    'Les mises à jour',
    'Savoir quelle version est installée, où les suivantes sont cherchées, et quand elles s’installent.',
    [
      'Une mise à jour vérifiée attend les heures prévues, la journée fermée ; une sauvegarde est faite avant.',
      '« Installer à la fermeture » n’attend pas l’heure : laissez l’ordinateur allumé le soir.',
      'Une mise à jour refusée est dite ici, et la version reste la même.',
    ],
    ['Rien n’est installé sans la signature de qui fait les paquets.', 'RGPD, art. 32'],
  ),
  integrations: page(
    'Les autres logiciels',
    'Donner à un autre logiciel un accès limité, et lui envoyer ce qui arrive.',
    ['Un jeton a ses droits et son terme ; il n’est montré qu’une fois.'],
    ['Un logiciel n’a que les droits qui lui ont été donnés.', 'RGPD, art. 32'],
  ),
} as const

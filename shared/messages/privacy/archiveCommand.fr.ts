/** What leaves for the archives, and what a third party reads beside it. */
export const archive = {
  usage: `Usage : guichet archive DOSSIER --year AAAA --out SORTIE
        guichet archive DOSSIER --versement --out SORTIE

  Écrit dans SORTIE une année terminée : le journal tel qu’il est scellé, les documents et les dossiers en CSV avec leur
  description, la clé publique, ce qu’il faut pour tout vérifier sans Guichet, et ce qui est gardé de l’année, par nature,
  avec sa durée. Rien n’est éliminé : cela se fait dans l’administration, sous le visa des archives (code du patrimoine,
  art. L212-2).

  Avec --versement, écrit le contenu du bordereau de versement qui attend : sa liste, et chaque ligne en entier (JSON), à remettre
  aux archives avec le bordereau signé. Cette lecture est notée dans les consultations.`,
  noTransfer:
    'Aucun bordereau de versement n’attend : établissez-le dans l’administration, « Archives », puis recommencez.',
  rowGone: (rank: number) =>
    `La ligne ${rank} du bordereau n’est plus dans le dossier : rien n’est écrit. Abandonnez ce bordereau et établissez-en un autre.`,
  transferColumns: ['N°', 'Nature', 'Référence', 'Écrit à (UTC)'],
  transferred: (out: string, number: number, rows: number) =>
    `Contenu du bordereau de versement n° ${number} écrit dans « ${out} » : ${rows} lignes.`,
  transferReadMe: (given: {
    readonly office: string
    readonly number: number
    readonly rows: number
    readonly hash: string
  }) => `Versement n° ${given.number} de l’office « ${given.office} »
=====================================================================

Fichiers
  bordereau.csv     les lignes du bordereau : numéro, nature, référence, date
  contenu.jsonl     chaque ligne en entier, une par ligne (JSON, UTF-8) : ${given.rows} lignes

L’empreinte SHA-256 de contenu.jsonl est :
  ${given.hash}
Notez-la sur le bordereau de versement. Ces fichiers nomment des personnes : remettez-les aux archives, et à elles seules.
`,
  notOver: (year: number) =>
    `L’année ${year} n’est pas terminée : archivez-la à partir du 1er janvier suivant.`,
  nothing: (year: number) => `Aucun fait en ${year} : il n’y a rien à archiver.`,
  broken: (why: string) =>
    `La chaîne du journal ne tient pas, rien n’est archivé. ${why} Lancez « guichet doctor » sur ce dossier.`,
  exists: (out: string) => `« ${out} » n’est pas vide : donnez un dossier vide ou qui n’existe pas.`,
  written: (out: string, year: number, events: number) =>
    `Année ${year} écrite dans « ${out} » : ${events} événements, vérifiés.`,
  readMe: (given: {
    readonly office: string
    readonly year: number
    readonly first: number
    readonly last: number
    readonly before: string
    readonly end: string
  }) => `Archive de l’office « ${given.office} », année ${given.year}
=====================================================================

Fichiers
  journal.tsv       un fait par ligne : son empreinte, une tabulation, son texte (JSON, UTF-8)
  documents.csv     les documents émis : numéro, nature, date, empreinte ; leurs faits n’y sont pas
  dossiers.csv      les dossiers ouverts : référence, dates, état
  datapackage.json  la description de ces tables (Frictionless Data)
  cle.pem           la clé publique de l’office (Ed25519), qui vérifie la signature des documents
  conservation.csv  ce qui est gardé de l’année, par nature : nombre, durée, sort à son terme, texte

Le journal ne nomme personne : ce qui a été écrit sur les personnes est tenu à part, et suit sa durée ; une archive publique n’en
sort que sous le visa des archives.

Vérifier sans Guichet
  L’empreinte d’un fait est le SHA-256, en hexadécimal, de l’empreinte du fait d’avant suivie de son texte. Celle d’avant le
  premier fait de ce fichier (numéro ${given.first}) est :
    ${given.before}
  Pour un fait, dans tout terminal (ou avec tout outil qui calcule un SHA-256 d’un texte) :
    printf '%s%s' EMPREINTE_D_AVANT TEXTE_DU_FAIT | sha256sum
  Le résultat doit être l’empreinte écrite au début de sa ligne. Le dernier fait (numéro ${given.last}) a pour empreinte :
    ${given.end}
  Notez cette dernière empreinte au procès-verbal de versement : si un seul caractère du journal change, elle change.
  Les numéros (« seq ») se suivent sans trou, les instants (« at », millisecondes depuis 1970, UTC) ne reculent jamais.
`,
  keeping: ['Nature', 'Service producteur', 'Dates extrêmes', 'Nombre', 'Durée et sort', 'Texte'],
} as const

/** What leaves for the archives, and what a third party reads beside it. */
export const archive = {
  usage: `Usage : guichet archive DOSSIER --year AAAA --out SORTIE

  Écrit dans SORTIE une année terminée : le journal tel qu’il est scellé, les documents et les dossiers en CSV avec leur
  description, la clé publique, ce qu’il faut pour tout vérifier sans Guichet, et le bordereau d’élimination à soumettre.
  Rien n’est éliminé : il faut le visa des archives (code du patrimoine, art. L212-2).`,
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
  bordereau.csv     ce qui est proposé à l’élimination, à soumettre aux archives

Le journal ne nomme personne : ce qui a été écrit sur les personnes est tenu à part, et effacé à son terme.

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
  bill: {
    headings: [
      'Nature',
      'Service producteur',
      'Dates extrêmes',
      'Nombre',
      'Durée et texte',
      'Visa des archives',
    ],
    closedFiles: 'Dossiers terminés (renseignements sur les personnes)',
    documents: 'Documents émis (faits)',
    waiting: 'à demander',
  },
} as const

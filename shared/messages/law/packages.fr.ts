import { agree, calendarDate, count, counted } from '../format/numbers.ts'
import { spaced } from '../format/spaces.ts'

const nbsp = '\u00a0'

export const packages = {
  title: 'Paquets de règles',
  help: spaced(
    'Un paquet signé apporte de nouvelles versions, d’un éditeur ou de votre office. Essayez-le avant de le publier.',
  ),
  none: 'Aucun paquet dans le dossier « regles » de l’office : il travaille avec les règles livrées.'
    .replace(' :', `${nbsp}:`)
    .replace('« ', `«${nbsp}`)
    .replace(' »', `${nbsp}»`),
  again: 'Relire le dossier',
  reading: 'Lecture du dossier…',
  issued: (issuer: string, on: string, review: string) =>
    `De ${issuer}, le ${calendarDate(on)}. À relire avant le ${calendarDate(review)}.`,
  version: (version: string) => `version ${version}`,
  trusted: 'Signé par une clé que l’office connaît',
  untrusted: 'Clé inconnue de l’office',
  untrustedHelp: spaced(
    'Vérifiez la clé auprès de l’émetteur, puis installez le paquet avec « --accepter-la-cle ». Jusque-là, il ne peut pas être publié.',
  ),
  published: (on: string, by: string | null) => `Publié le ${on}${by === null ? '' : ` par ${by}`}`,
  waits: 'Attend d’être essayé et publié',
  unsound: (value: number) => counted(value, 'erreur', 'erreurs'),
  unsoundHelp: spaced('Avec une erreur, un paquet ne peut être ni essayé ni publié :'),
  procedures: 'Ce qu’il apporte',
  brings: (title: string, version: string, from: string) =>
    spaced(`${title} : version ${version}, à partir du ${calendarDate(from)}`),
  bringsNone: 'Aucune démarche.',
  hash: (hash: string) => spaced(`Empreinte : ${hash}`),
  unreadable: 'Fichiers illisibles',
  unreadableLine: (file: string, why: string) => spaced(`« ${file} » : ${why}.`),
  try: 'Essayer',
  tryAgain: 'Essayer de nouveau',
  trying: spaced('Essai sur les situations de chaque démarche… Les guichets continuent de servir.'),
  tried: 'Résultat de l’essai',
  situations: (changed: number, all: number) =>
    changed === 0
      ? spaced(
          `${counted(all, 'situation essayée', 'situations essayées')} : aucune liste de pièces ne change.`,
        )
      : spaced(
          `${counted(all, 'situation essayée', 'situations essayées')} : la liste de pièces change dans ${count(changed)}.`,
        ),
  isNew: 'Démarche nouvelle ici : rien à comparer.'.replace(' :', `${nbsp}:`),
  drawn:
    'Trop de situations pour les essayer toutes : elles sont tirées au sort, toujours les mêmes.'.replace(
      ' :',
      `${nbsp}:`,
    ),
  differences: 'Pièces qui changent',
  firstDifferences: (shown: number) => `Les ${count(shown)} premières sont montrées.`,
  situation: 'Situation',
  noAnswer: 'Toujours',
  piece: 'Pièce',
  before: 'Aujourd’hui',
  after: 'Avec le paquet',
  sentences: (title: string, version: string) => spaced(`Phrases : ${title}, version ${version}`),
  newSentences: (value: number) => counted(value, 'phrase nouvelle', 'phrases nouvelles'),
  publish: 'Publier',
  publishHelp: spaced('Les demandes déposées avant gardent la version de leur jour.'),
  tryFirst: 'Essayez d’abord ce paquet : publier ne devient possible qu’après.'.replace(' :', `${nbsp}:`),
  publishedNow: 'Paquet publié.',
  withdraw: 'Retirer',
  withdrawHelp: 'Les règles d’avant reviennent ; les documents émis gardent leur version.'.replace(
    ' ;',
    `${nbsp};`,
  ),
  confirmWithdraw: 'Oui, retirer ce paquet',
  keep: 'Le garder',
  withdrawnNow: 'Paquet retiré.',
  how: 'Faire un paquet',
  howText: spaced(
    'Copiez le fichier d’une démarche livrée (shared/procedures/rules), changez sa version, ses règles et sa date « du », puis, sur la machine de l’office :',
  ),
  howPack:
    'guichet rules pack MES_REGLES --data DOSSIER_DE_L_OFFICE --nom "Règles de la ville" --version 1 --emetteur "Service juridique" --revue 2027-12-31',
  howInstall: spaced('Pour un paquet reçu d’un éditeur, le vérifier puis l’installer :'),
  howVerify: 'guichet rules verify PAQUET --data DOSSIER_DE_L_OFFICE',
  howInstallLine: 'guichet rules install PAQUET --data DOSSIER_DE_L_OFFICE',
  howError:
    'Une erreur est dite avec sa ligne, et rien ne change : la version d’avant reste en vigueur.'.replace(
      ' :',
      `${nbsp}:`,
    ),
} as const

export const drafts = {
  title: 'Brouillons de fiches',
  help: spaced(
    'Une fiche « Vos droits et démarches » explique le droit d’un jour ; elle n’en est pas la source. Son brouillon ne sert à aucun guichet avant qu’une personne en ait validé chaque partie.',
  ),
  none: 'Aucun brouillon dans le dossier de l’office.',
  how: 'Faire un brouillon',
  howText: spaced('À partir d’une fiche (XML ou JSON), sur la machine de l’office :'),
  howLine: 'guichet fiche import FICHE --out DOSSIER_DE_L_OFFICE/regles/brouillons',
  reading: 'Lecture des brouillons…',
  waiting: (waiting: number, all: number) =>
    waiting === 0
      ? `${counted(all, 'partie validée', 'parties validées')}`
      : `${count(waiting)} sur ${counted(all, 'partie', 'parties')} à valider`,
  open: (title: string) => `Ouvrir ${title}`,
  openShort: 'Ouvrir',
  back: 'Tous les brouillons',
  fiche: 'La fiche dit',
  draft: 'Le brouillon en fait',
  notInFiche: 'La fiche ne le dit pas.',
  state: 'Validation',
  validatedBy: (by: string, on: string) => `Validée par ${by}, le ${calendarDate(on)}`,
  toValidate: 'À valider',
  onlyWaiting: 'Ne montrer que ce qui est à valider',
  nothingWaits: 'Toutes les parties sont validées.',
  name: 'Votre nom',
  nameHelp: 'Il répond de chaque partie que vous validez.',
  nameMissing: 'Écrivez d’abord votre nom, en haut de la page.',
  validate: 'Valider',
  validateFor: (what: string) => spaced(`Valider : ${what}`),
  validateSection: (value: number) => `Valider ${agree(value, 'la partie', `les ${count(value)} parties`)}`,
  validateSectionFor: (value: number, title: string) =>
    spaced(`Valider ${agree(value, 'la partie', `les ${count(value)} parties`)} : ${title}`),
  left: (value: number) =>
    value === 0 ? 'Tout est validé.' : `Reste ${counted(value, 'partie', 'parties')} à valider.`,
  pack: 'Faire le paquet',
  packHelp: spaced(
    'Le brouillon devient une démarche signée par l’office. Elle rejoint les paquets, où elle s’essaie et se publie.',
  ),
  packWaits: (value: number) =>
    spaced(`Encore ${counted(value, 'partie', 'parties')} à valider avant de faire le paquet.`),
  from: 'En vigueur à partir du',
  reviewBy: 'À relire avant le',
  issuer: 'Émetteur',
  issuerHelp: 'Le service qui répond de ces règles.',
  wrongDate: spaced('Écrivez une date : 01/01/2027.'),
  wrongOrder: 'La relecture vient après l’entrée en vigueur.',
  wrongIssuer: 'Écrivez le nom du service.',
  doPack: 'Faire le paquet',
  packing: 'Vérification des règles…',
  packed: 'Le paquet est fait : il attend dans les paquets de règles.'.replace(' :', `${nbsp}:`),
  goPackages: 'Aller aux paquets',
  problems: 'Ces règles ont des erreurs : aucun paquet n’est fait.'.replace(' :', `${nbsp}:`),
} as const

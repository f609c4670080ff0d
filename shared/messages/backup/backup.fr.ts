import { longMoment } from '../format/numbers.ts'

/** « 12 Mo ». @param bytes octets */
export const size = (bytes: number): string => {
  const units = ['o', 'ko', 'Mo', 'Go', 'To']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const figures = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 })
  return `${figures.format(value)}\u00a0${units[unit]}`
}

const many = (count: number, one: string, more: string): string => `${count} ${count > 1 ? more : one}`

/** What to do where nothing says whole what was erased since a backup. */
const ledgerFirst =
  ' : des personnes effacées depuis reviendraient, et ce qui a été révoqué aurait de nouveau ses droits. Rien n’a été restauré. Recommencez avec --ledger et le dossier « sauvegardes » de l’ancien office, ou celui de ses copies extérieures. S’il n’en reste aucun, recommencez avec --without-ledger, puis refaites les effacements et les révocations demandés depuis.'

/** Why a backup was not made, or can't be restored. */
export const backups = {
  noOffice: 'Il n’y a pas encore d’office dans ce dossier : il n’y a rien à sauvegarder.',
  damagedPages:
    'La copie de la base est abîmée : aucune sauvegarde n’a été gardée. Vérifiez le disque, puis lancez « guichet doctor » sur le dossier de l’office.',
  chainBroken: (why: string) =>
    `La chaîne du journal ne tient pas : ${why} Ne vous servez pas de cette copie ; restaurez une sauvegarde d’avant.`,
  cutEnd: 'son dernier événement n’est pas celui que la tête du journal a retenu.',
  notABackup: 'Ce fichier n’est pas une sauvegarde de Guichet. Vérifiez le fichier donné.',
  unreadable: 'Ce fichier est coupé ou abîmé : rien n’a été restauré. Prenez une autre sauvegarde.',
  notWhole:
    'Cette sauvegarde n’est pas entière, ou a été modifiée : rien n’a été restauré. Prenez une autre sauvegarde.',
  strangeName:
    'Ce fichier n’est pas une sauvegarde de Guichet : il nomme un fichier qu’aucun office ne garde. Rien n’a été restauré. Gardez-le à part, et dites-le au responsable informatique.',
  tooLarge:
    'Une fois ouvert, ce fichier prendrait bien plus de place qu’une sauvegarde : il est pris pour un piège, et rien n’a été restauré. Prenez une autre sauvegarde.',
  noRoom: (bytes: number) =>
    `Cette sauvegarde demande ${size(bytes)}, et le disque ne les a pas : rien n’a été restauré. Libérez de la place, ou choisissez un autre disque.`,
  badSignature:
    'La signature de cette sauvegarde ne correspond pas à ce qu’elle dit : elle a été modifiée. Rien n’a été restauré. Prenez une autre sauvegarde.',
  otherSigner:
    'Cette sauvegarde est signée par la clé d’un autre office : rien n’a été restauré. Vérifiez d’où vient le fichier, et l’empreinte donnée.',
  otherKeyBeside:
    'Les copies de ce dossier ont été signées pour cet office par une autre clé que celle de cette sauvegarde : l’une des deux est fausse. Rien n’a été restauré. Comparez l’empreinte à celle que vous avez notée, puis recommencez avec --key EMPREINTE.',
  unsigned:
    'Aucune clé n’a signé cette sauvegarde : n’importe qui a pu la faire. Rien n’a été restauré. Si elle date d’avant les signatures, ou si la clé de l’office était perdue ou fermée, vérifiez d’où vient le fichier, puis recommencez avec --unsigned.',
  signedBy: (office: string, key: string, at: number, zone: string) =>
    `Elle a été faite le ${longMoment(at, zone)} par « ${office} », et sa signature est bonne. Empreinte de la clé : ${key}. Comparez-la à celle que vous connaissez de l’office.`,
  signedByNobody:
    'Aucune clé n’a signé cette sauvegarde : rien ne prouve qui l’a faite. Relisez ce qui est restauré avant de recevoir du public.',
  madeUnsigned:
    'Elle n’est pas signée : la clé de l’office manque, ou le système seul l’ouvre. Pour une sauvegarde signée, faites-la dans l’administration.',
  leftOut: (names: readonly string[]) =>
    `Laissé hors de la sauvegarde, à cause de son nom : ${names.join(', ')}. Renommez, sans signe de ponctuation rare. Une majuscule ne suffit pas à distinguer deux noms.`,
  tooManyFiles: (most: number) =>
    `Rien n’a été sauvegardé : une sauvegarde contient ${most - 1} fichiers au plus. Retirez des fichiers des dossiers « regles » et « certificats », puis recommencez.`,
  keyNeeded:
    'Cette sauvegarde est chiffrée. Donnez la clé de secours de l’office (imprimée, dans son coffre) ou la phrase secrète sur l’entrée standard.',
  wrongKey:
    'Cette clé n’ouvre pas cette sauvegarde. Vérifiez la clé de secours ou la phrase secrète, caractère par caractère.',
  otherKey:
    'La clé de cette sauvegarde n’est pas celle de son office : ses documents ne seraient plus vérifiables. Rien n’a été restauré.',
  noKey:
    'Cette sauvegarde n’a pas la clé de son office (office.key) : ses documents ne seraient plus vérifiables. Rien n’a été restauré. Si la clé est perdue, recommencez avec --unsigned : l’office sera lu, mais n’émettra rien.',
  notEmpty: (folder: string) =>
    `Le dossier « ${folder} » n’est pas vide : une sauvegarde ne se restaure que dans un dossier vide ou qui n’existe pas. Donnez-en un autre, ou mettez celui-ci de côté.`,
  running: (folder: string, since: string) =>
    `Guichet tient le dossier « ${folder} » depuis le ${since} : fermez-le, et restaurez dans un dossier vide.`,
  unwritable: (place: string) =>
    `La sauvegarde ne peut pas être écrite dans « ${place} ». Vérifiez que le dossier existe, que le disque est branché et qu’il y reste de la place.`,
  noFile: (place: string) =>
    `« ${place} » n’est ni un fichier ni un dossier : une sauvegarde n’y est pas écrite. Donnez un fichier ou un dossier.`,
  otherOffice: (folder: string) =>
    `« ${folder} » reçoit déjà les copies d’un autre office (son fichier office.txt dit lequel) : rien n’y a été copié ni retiré. Donnez à chaque office un dossier à lui.`,
  markNoFile: (folder: string) =>
    `Dans « ${folder} », office.txt n’est pas un fichier : rien n’y a été copié ni retiré. Vérifiez que ce dossier ne reçoit pas les copies d’un autre office ; retirez alors office.txt, puis refaites la sauvegarde.`,
  recipientUnreadable: 'Ce n’est pas la partie publique d’une clé de secours : elle commence par « age1 ».',
  failed: 'La sauvegarde n’a pas pu être faite. Le journal de Guichet (logs) dit pourquoi.',
  made: (file: string, bytes: number, seq: number) =>
    `Sauvegarde écrite et relue : ${file}, ${size(bytes)}, jusqu’à l’événement ${seq}.`,
  restoredBy: (file: string, ledger: string) =>
    `Pour la restaurer, avec le relevé de ce qui a été effacé depuis : guichet restore "${file}" NOUVEAU-DOSSIER --ledger "${ledger}"`,
  restored: (office: string, at: number, zone: string, seq: number, folder: string) =>
    `L’office « ${office} » est restauré dans « ${folder} » tel qu’il était le ${longMoment(at, zone)}, jusqu’à l’événement ${seq}. Ce qui a été fait ensuite n’y est pas : la feuille du matin et les papiers remis en gardent la trace.`,
  replayed: ({ erasures, limits, revocations }: { erasures: number; limits: number; revocations: number }) =>
    `Relevé des effacements trouvé : ${many(erasures, 'effacement refait', 'effacements refaits')}, ${many(limits, 'limitation refaite', 'limitations refaites')}, ${many(revocations, 'retrait de droit refait', 'retraits de droit refaits')} (postes, jetons, adresses, agents, badges).`,
  nothingReplayed:
    'Aucun relevé des effacements (effacements.jsonl) à côté de cette sauvegarde : ce qui a été effacé ensuite est de nouveau là, et ce qui a été révoqué ensuite a de nouveau ses droits. Si l’ancien dossier ou la copie extérieure existe encore, recommencez avec --ledger et son dossier de sauvegardes ; sinon, refaites les effacements et les révocations demandés depuis.',
  ledgerNeeded: `Aucun relevé des effacements (effacements.jsonl) à côté de cette sauvegarde${ledgerFirst}`,
  ledgerSilent: `Le relevé des effacements (effacements.jsonl) ne dit rien de cet office${ledgerFirst}`,
  ledgerLeft: (lines: number) =>
    `Le relevé des effacements (effacements.jsonl) ne dit rien de cet office que sa clé ait signé${ledgerFirst} Ce relevé a ${many(lines, 'ligne que cette clé n’a pas signée', 'lignes que cette clé n’a pas signées')} : lisez-le ; si elles sont d’avant les signatures, recommencez avec --unsigned.`,
  ledgerLacking: `Il manque au relevé des effacements (effacements.jsonl) des lignes que l’office y avait signées${ledgerFirst}`,
  expired: (rows: number) =>
    `${many(rows, 'donnée arrivée à son terme depuis est effacée', 'données arrivées à leur terme depuis sont effacées')}.`,
  reaches: (kept: {
    stations: number
    tokens: number
    webhooks: number
    notices: boolean
    outside: boolean
  }) =>
    `Cette copie est l’office : elle en garde la clé, les codes des agents tels qu’ils étaient, ${many(kept.stations, 'poste appairé', 'postes appairés')}, ${many(kept.tokens, 'jeton de logiciel', 'jetons de logiciels')}, ${many(kept.webhooks, 'adresse prévenue', 'adresses prévenues')}${kept.notices ? ', la passerelle des avis' : ''}${kept.outside ? ', le dossier extérieur des copies' : ''}. Ne la lancez pas à côté de l’office : pour un essai, restaurez avec --drill.`,
  drill:
    'C’est un exercice : l’office restauré est de formation, ses papiers sont des SPÉCIMENS, et il n’atteint personne (ni poste, ni logiciel, ni avis, ni imprimante, ni dossier extérieur).',
  noLedger: (place: string) =>
    `Le dossier « ${place} » n’a pas de relevé des effacements (effacements.jsonl). Donnez le dossier « sauvegardes » de l’ancien office, ou celui de ses copies extérieures.`,
}

/** The command line's own words. */
export const keepingCli = {
  personUsage: `Usage : guichet person export DOSSIER --file RÉFÉRENCE | --ticket CODE [--out FICHIER [--replace]]

  Écrit en JSON tout ce que l’office garde d’une personne (RGPD, art. 15), par la référence de son dossier ou le code de
  son ticket : ce qui est écrit d’elle, jusqu’à quand et pourquoi, puis les faits du journal. Un FICHIER qui existe
  déjà n’est remplacé qu’avec --replace. L’effacement et la limitation se font depuis un office en marche.`,
  backupUsage: `Usage : guichet backup DOSSIER SORTIE [--recipient age1… | --passphrase] [--replace]

  Copie l’office tel qu’il est, que l’hôte soit arrêté ou en marche, vérifie la copie (pages de la base, chaîne entière
  du journal) et l’écrit en une archive (.tar.gz) dans SORTIE. Avec --recipient (la partie publique de la clé de secours)
  ou --passphrase (lue sur l’entrée standard), l’archive est chiffrée au format age et rien n’est laissé en clair. SORTIE est
  un dossier, ou le nom de l’archive : un fichier qui existe déjà n’est remplacé qu’avec --replace.`,
  drillMark: 'EXERCICE –',
  restoreUsage: `Usage : guichet restore FICHIER DOSSIER [--ledger DOSSIER] [--without-ledger] [--drill]
          [--key EMPREINTE | --unsigned]

  Vérifie une sauvegarde, puis remet l’office dans DOSSIER, vide ou qui n’existe pas. Une sauvegarde chiffrée demande, sur
  l’entrée standard, la clé de secours (AGE-SECRET-KEY-…) ou la phrase secrète. Ce qui a été effacé, limité ou révoqué
  depuis l’est de nouveau, d’après le relevé (effacements.jsonl) qui est à côté de la sauvegarde, ou dans le dossier donné
  par --ledger. Sans relevé entier, rien n’est restauré : --without-ledger le fait, et ce qui a été effacé depuis est à
  effacer de nouveau. La signature de l’office est vérifiée, et dite ; avec --key, elle doit être de la clé de cette empreinte. Avec
  --unsigned, une sauvegarde sans signature est acceptée : celle d’avant les signatures, ou d’un office qui a perdu sa clé ;
  et de même les lignes du relevé que personne n’a signées.
  Avec --drill, la copie est un exercice : elle n’atteint ni poste, ni logiciel, ni imprimante.`,
}

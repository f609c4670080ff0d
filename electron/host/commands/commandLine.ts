import { StorageError } from '../../../db/errors.ts'

// The office's command line, under Node and in an installed application. Each command writes what it found on standard
// output and leaves with its code: 0 all is well, 1 something is wrong with what was examined, 2 the command was not
// understood.

const usage = `Usage : guichet <commande>

  journal verify DOSSIER     vérifie toute la chaîne du journal : le nombre d’événements, ou le premier qui ne tient pas
  journal show DOSSIER       écrit le journal, une ligne JSON par événement
                             (pour les deux, postgres://… [--office ID] à la place du dossier)
  journal copy DE VERS       copie et vérifie tout un office, d’un dossier dans une base postgres://… ou l’inverse
  journal reopen DOSSIER|postgres://…  un office copié ailleurs reprend ici, tel qu’il était alors
  journal roles postgres://… [--office ID] [--role COMPTE]
                             écrit le SQL qui fait le compte d’un hôte, avec les seuls droits qu’il lui faut
  journal migrate postgres://…
                             met la base à jour, avec le compte à qui elle appartient
  document list|show|render|key|page|verify|journal verify …
                             les documents émis : les lire, les imprimer dans un fichier, les vérifier (« document --help »
                             dit comment)
  backup DOSSIER SORTIE [--recipient CLÉ | --passphrase]
                             copie l’office, en marche ou arrêté, en une archive vérifiée, chiffrée si on le demande
  restore FICHIER DOSSIER    vérifie une sauvegarde et remet l’office dans un dossier vide
  follower DOSSIER           écrit le jeton à donner à un second ordinateur pour qu’il suive l’hôte de ce dossier
  promote DOSSIER            l’hôte ne répond plus : l’ordinateur de ce dossier, qui le suivait, prend le relais
  network certificate DOSSIER --chain FICHIER --key FICHIER | --own
                             donne à l’hôte arrêté le certificat de l’office sur le réseau
  key recover DOSSIER        remet la clé de l’office d’un dossier copié, par la clé de récupération (entrée standard)
  people reset DOSSIER --agent IDENTIFIANT [--manager]
                             l’hôte arrêté, donne à une personne de quoi choisir un nouveau code ou une nouvelle phrase
  archive DOSSIER --year AAAA --out SORTIE
                             écrit une année terminée pour les archives, vérifiable sans Guichet
  archive DOSSIER --versement --out SORTIE
                             écrit le contenu du bordereau de versement qui attend, à remettre aux archives
  register DOSSIER [--json]  écrit le registre des traitements, fait de ce que le logiciel garde vraiment
  person export DOSSIER --file RÉFÉRENCE | --ticket CODE [--out FICHIER]
                             écrit tout ce que l’office garde d’une personne (droit d’accès)
  doctor DOSSIER [--json]    dit ce qui ne va pas dans le dossier d’un office, et quoi faire
  rules verify FICHIER [--data DOSSIER]
                             dit si un paquet de règles est entier, sans erreur et bien signé
  rules install FICHIER --data DOSSIER
                             met un paquet de règles dans le dossier de l’office, où il attend d’être publié
  rules pack DOSSIER_DE_REGLES --data DOSSIER …
                             fait un paquet signé des règles de l’office (« rules pack » dit comment)
  estimate                   lit une question par ligne (JSON) sur l’entrée standard et répond à chacune par une
                             ligne : l’attente prévue en secondes, et la probabilité d’être reçu avant la fermeture
  forecast                   lit une question par ligne (JSON : les jours passés, la date, ses heures, ses rendez-vous) et
                             répond à chacune par une ligne : qui est attendu, par demi-heure et par service
  deadline                   lit un délai par ligne (JSON : {"rule", "input"}) sur l’entrée standard et répond à chacun par
                             une ligne : ses dates, le texte et ce qu’il a de sûr
  simulate --office FICHIER [--days N] [--seed S] [--json]
                             joue des journées entières d’un office décrit en JSON (« simulate --help » dit comment) et
                             écrit attentes, dépassements, personnes non reçues et couverture des attentes annoncées
  till export DOSSIER --out FICHIER
                             écrit le journal de la régie en CSV (« till --help » décrit ses colonnes)
  directory import FICHIER --data DOSSIER [--on AAAA-MM-JJ]
                             met l’annuaire des services publics (JSON de la DILA) dans le dossier de l’office
  consultations export DOSSIER --out FICHIER [--from AAAA-MM-JJ] [--to AAAA-MM-JJ]
                             écrit en CSV qui a consulté quelles données personnelles
  till verify DOSSIER        vérifie les écritures et les clôtures de la régie, ou nomme la première qui ne tient pas
  statistics DOSSIER --from DATE --to DATE --out DOSSIER_DE_SORTIE
                             écrit les chiffres d’une période en formats ouverts (CSV décrit, JSON)
  town FICHIER|postgres://… [--on AAAA-MM-JJ] [--json]
                             écrit les chiffres d’un jour de plusieurs offices, et nomme ceux qui n’ont pas répondu
  mrz [--at AAAA-MM-JJ]      lit la bande d’un titre d’identité sur l’entrée standard et l’écrit en une ligne JSON
  2ddoc [--certificates DOSSIER] [--at AAAA-MM-JJ]
                             lit un 2D-Doc sur l’entrée standard et écrit en une ligne JSON ce qu’il dit et ce qu’il vaut
  2ddoc list FICHIER         vérifie une liste de confiance (« 2ddoc list » dit comment la placer dans un dossier)
  appointments try --source caldav|ics|rdvsp|ants --url URL --date AAAA-MM-JJ
                             lit le jour d’une source de rendez-vous ; une ligne JSON par rendez-vous
  appointments number NUMÉRO…
                             vérifie des numéros de pré-demande (« appointments » dit comment)
  fiche import FICHIER… [--json | --out DOSSIER]
                             lit des fiches « Vos droits et démarches » (XML ou JSON) et en écrit le brouillon de démarche
  fiche validate BROUILLON   note qui a validé quelles parties d’un brouillon, ou dit celles qui restent
  fiche rule BROUILLON       écrit les règles d’un brouillon entièrement validé

Les commandes lisent sans rien changer, que l’hôte soit arrêté ou en marche ; « fiche » n’écrit que ses
brouillons, « rules install » et « rules pack » que leurs paquets, « journal copy » que sa destination, « backup » et « restore » que leur sortie,
« person export » et « consultations export » notent la consultation ; « key recover » n’écrit que la clé, « people reset » que le journal d’un office arrêté ; « promote » fait de l’ordinateur qui suit l’hôte de l’office.
« backup », « consultations export », « document key », « document page », « document render », « person export »,
« rules pack », « statistics » et « till export » ne remplacent un fichier qui existe déjà que par « --replace ».`

type Command = (args: readonly string[]) => Promise<number>

/** Each is read when it is asked for: the others need nothing of it. */
const commands: Readonly<Record<string, Command>> = {
  'journal verify': async (args) => (await import('./journal.ts')).verifyJournal(args),
  'journal show': async (args) => (await import('./journal.ts')).showJournal(args),
  'journal copy': async (args) => (await import('./journal.ts')).copyJournal(args),
  'journal reopen': async (args) => (await import('./journal.ts')).reopenJournal(args),
  'journal roles': async (args) => (await import('./journal.ts')).journalRoles(args),
  'journal migrate': async (args) => (await import('./journal.ts')).migrateJournal(args),
  document: async (args) => (await import('./document.ts')).documentCommand(args),
  backup: async (args) => (await import('./backup.ts')).backupOffice(args),
  doctor: async (args) => (await import('./doctor.ts')).examineOffice(args),
  register: async (args) => (await import('./register.ts')).writeRegister(args),
  'person export': async (args) => (await import('./person.ts')).exportPerson(args),
  archive: async (args) => (await import('./archive.ts')).archiveOffice(args),
  restore: async (args) => (await import('./restore.ts')).restoreOffice(args),
  follower: async (args) => (await import('./standby.ts')).writeToken(args),
  promote: async (args) => (await import('./standby.ts')).promoteCopy(args),
  'network certificate': async (args) => (await import('./network.ts')).setCertificate(args),
  'key recover': async (args) => (await import('./key.ts')).recoverOfficeKey(args),
  'people reset': async (args) => (await import('./people.ts')).resetPerson(args),
  'rules verify': async (args) => (await import('./rules.ts')).verifyRules(args),
  'rules install': async (args) => (await import('./rules.ts')).installRules(args),
  'rules pack': async (args) => (await import('./rules.ts')).packRules(args),
  estimate: async (args) => (await import('./estimate.ts')).answerEstimates(args),
  forecast: async (args) => (await import('./forecast.ts')).answerForecasts(args),
  simulate: async (args) => (await import('./simulate.ts')).simulateDays(args),
  deadline: async (args) => (await import('./deadline.ts')).answerDeadlines(args),
  'directory import': async (args) => (await import('./directory.ts')).importOffices(args),
  'consultations export': async (args) => (await import('./consultations.ts')).exportConsultations(args),
  till: async (args) => (await import('./till.ts')).till(args),
  statistics: async (args) => (await import('./statistics.ts')).exportOpenStatistics(args),
  town: async (args) => (await import('./partners.ts')).showPartnersDay(args),
  mrz: async (args) => (await import('./mrz.ts')).readZone(args),
  '2ddoc': async (args) => (await import('./twoDDoc.ts')).readCode(args),
  appointments: async (args) => (await import('./appointments.ts')).appointmentsCommand(args),
  fiche: async (args) => (await import('./fiche.ts')).fiche(args),
}

async function found(args: readonly string[]): Promise<number> {
  // « simulate » says itself how its file is written, « document » what each of its commands takes.
  const help = args.includes('--help') || args.includes('-h')
  if (args.length === 0 || (help && args[0] !== 'simulate' && args[0] !== 'document' && args[0] !== 'till')) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  // A command's name is of one word or two.
  for (const words of [1, 2]) {
    const name = args.slice(0, words).join(' ')
    if (Object.hasOwn(commands, name)) return commands[name]!(args.slice(words))
  }
  process.stderr.write(`Commande inconnue : « ${args.slice(0, 2).join(' ')} ».\n\n${usage}\n`)
  return 2
}

/**
 * Runs one command to its end, writing what it found.
 * @returns the code to leave with: 0 all is well, 1 something is wrong, 2 the command was not understood
 */
export async function answerCommand(args: readonly string[]): Promise<number> {
  try {
    return await found(args)
  } catch (error) {
    const message =
      error instanceof StorageError
        ? error.message
        : `La commande n’a pas pu aller au bout : ${error instanceof Error ? error.message : String(error)}`
    process.stderr.write(`${message}\n`)
    return 1
  }
}

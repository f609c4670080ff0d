import { size } from './backup.fr.ts'
import { agree, longMoment } from '../format/numbers.ts'

/** What an examination of an office's folder says: what is the matter, then what to do. */
export const doctor = {
  usage: `Usage : guichet doctor DOSSIER [--json]

  Examine le dossier d’un office, que l’hôte soit arrêté ou en marche, sans rien y changer : droits des fichiers, place,
  base, chaîne du journal, clé, sauvegardes, impressions, heure. Sort avec 1 si quelque chose est à réparer.`,
  levels: { wrong: 'À RÉPARER', warning: 'à surveiller', fine: 'bien' },
  allFine: 'Rien à réparer.',
  toMend: (count: number) => `${count} ${agree(count, 'chose', 'choses')} à réparer.`,
  open: (names: string, more: number) =>
    `D’autres comptes de cette machine ont des droits sur : ${names}${more > 0 ? `, et ${more} autres` : ''}. Relancez l’hôte, qui les retire ; ou retirez-les (chmod 600 pour un fichier, 700 pour un dossier).`,
  rightsFine: 'Les fichiers ne sont lisibles que par leur propriétaire.',
  space: (free: number) => `Il reste ${size(free)} sur le disque.`,
  littleSpace: (free: number) =>
    `Il ne reste que ${size(free)} sur le disque : libérez de la place avant que l’office ne puisse plus rien enregistrer.`,
  older: (version: number, latest: number) =>
    `La base est du schéma ${version}, le programme du ${latest} : elle sera mise à jour au prochain démarrage, après une sauvegarde.`,
  pages: (found: string) =>
    `Les pages de la base sont abîmées (${found}). Arrêtez Guichet, mettez le dossier de côté sans l’effacer, puis restaurez la dernière sauvegarde.`,
  pagesFine: 'Les pages de la base sont entières.',
  chain: (reason: string) =>
    `La chaîne du journal ne tient pas. ${reason} Arrêtez Guichet, mettez le dossier de côté sans l’effacer, puis restaurez une sauvegarde d’avant.`,
  chainFine: (count: number) => `La chaîne du journal tient : ${count} événements.`,
  elsewhere:
    'Le journal de cet office est dans une base PostgreSQL : « guichet journal verify postgres://… » l’examine, et la base se sauvegarde avec son serveur. La clé (office.key) et les autres fichiers de ce dossier sont à copier à part.',
  noOffice: 'Aucun office n’a encore été créé dans ce dossier : ouvrez Guichet, qui le demande.',
  office: (name: string) => `L’office est « ${name} ».`,
  noKey:
    'La clé de l’office (office.key) manque : aucun document ne peut plus être émis. Remettez celle de la dernière sauvegarde.',
  otherKey:
    'La clé (office.key) n’est pas celle de cet office : Guichet refusera de démarrer. Remettez celle de la dernière sauvegarde.',
  keyFine: (mark: string) =>
    `La clé est celle de l’office. Son empreinte, à noter hors de la machine : ${mark}.`,
  neverBackedUp:
    'Aucune sauvegarde : laissez Guichet ouvert une heure, ou faites-en une avec « guichet backup ».',
  oldBackup: (at: number, zone: string) =>
    `La dernière sauvegarde est du ${longMoment(at, zone)} : vérifiez la place du disque et la page « Sauvegardes », ou faites-en une avec « guichet backup ».`,
  backup: (at: number, zone: string) =>
    `La dernière sauvegarde est du ${longMoment(at, zone)}, et se relit entière.`,
  badBackup: (name: string) =>
    `La dernière sauvegarde (${name}) ne se relit pas. Faites-en une autre avec « guichet backup » et vérifiez le disque.`,
  noOutside:
    'Aucune copie hors de ce disque : s’il tombe en panne, tout est perdu. Donnez un dossier extérieur dans la page « Sauvegardes ».',
  oldOutside: (folder: string, at: number | null, zone: string) =>
    at === null
      ? `Aucune copie dans « ${folder} » : branchez le disque, puis faites une sauvegarde.`
      : `La dernière copie dans « ${folder} » est du ${longMoment(at, zone)} : branchez le disque, puis faites une sauvegarde.`,
  outside: (folder: string, at: number, zone: string) =>
    `La dernière copie dans « ${folder} » est du ${longMoment(at, zone)}.`,
  school: 'C’est un site de formation : il n’est pas sauvegardé.',
  stuck: (count: number, problem: string) =>
    `${count} ${agree(count, 'papier attend', 'papiers attendent')} une imprimante : ${problem}`,
  printing: 'Aucun papier n’attend une imprimante en panne.',
  future: (at: number, zone: string) =>
    `Le dernier événement est du ${longMoment(at, zone)}, dans l’avenir : l’heure de l’ordinateur est fausse, ou l’a été. Réglez-la et la synchronisation avec le réseau.`,
  clock: 'L’heure suit celle du journal.',
  certificate: (until: number, zone: string) =>
    `Le certificat de l’office sur le réseau est valable jusqu’au ${longMoment(until, zone)}.`,
  certificateSoon: (until: number, zone: string) =>
    `Le certificat de l’office sur le réseau s’arrête le ${longMoment(until, zone)} : s’il est fait par l’office, laissez Guichet ouvert une nuit ; sinon, remplacez ses fichiers.`,
  certificateOver: (until: number, zone: string) =>
    `Le certificat de l’office sur le réseau s’est arrêté le ${longMoment(until, zone)} : les navigateurs le refusent. S’il est fait par l’office, relancez Guichet ; sinon, remplacez ses fichiers.`,
  badCertificate: (why: string) =>
    `Le certificat donné à l’office ne peut pas servir (${why}). Corrigez ses fichiers dans « Postes et réseau ».`,
  apart: (folder: string, names: readonly string[]) =>
    `Un autre ordinateur a pris le relais alors que celui-ci avait encore des faits à lui dire : ils sont gardés dans « ${folder} » (${names.join(', ')}). Relisez-les avec un responsable, ressaisissez ce qui manque, puis rangez ces fichiers ailleurs.`,
  anchorsLacking:
    'Le dossier n’a plus toutes ses ancres (ancres.jsonl) : le dossier des sauvegardes en a de plus récentes. Cherchez qui écrit dans ce dossier, comparez les derniers numéros à ceux des papiers, puis relancez Guichet, qui signe de nouveau le journal.',
  restoreLeft: (folders: readonly string[]) =>
    `Les données d’un office sont dans « ${folders.join(' », « ')} », comme les laisse une restauration interrompue. Relancez Guichet sur ce dossier, ou la restauration : ils l’effacent s’il est au même compte et si une restauration l’a fait. S’il reste, et si personne ne s’en sert, effacez-le.`,
  faults: (count: number) =>
    `${count} ${agree(count, 'panne notée', 'pannes notées')} dans le journal de Guichet depuis un jour : « logs/host.jsonl » les dit.`,
  noFault: 'Aucune panne notée depuis un jour.',
}

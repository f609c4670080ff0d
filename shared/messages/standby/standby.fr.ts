import { agree, date, duration, hour } from '../format/numbers.ts'

/** What is said of a second computer that follows the office's host: what is the matter, then what to do. */
export const standbyWords = {
  unreadable: (file: string) =>
    `Le fichier « ${file} » est illisible. Guichet y lit si cet ordinateur suit un autre hôte de l’office. Remettez le fichier d’avant, ou mettez le dossier de côté et suivez de nouveau l’hôte dans un dossier vide.`,
  badAddress: (url: string) =>
    `« ${url} » n’est pas une adresse à suivre. Donnez l’adresse de la page « Postes et réseau » de l’hôte (https://192.168.1.20:8443), ou http://127.0.0.1:PORT sur cet ordinateur.`,
  noPin:
    'Il manque au jeton l’empreinte de la clé de l’hôte : sans elle, un autre ordinateur pourrait se faire passer pour lui. Sur l’hôte, « guichet follower DOSSIER » écrit le jeton entier.',
  badToken: 'Ce jeton n’est pas entier. Sur l’hôte, « guichet follower DOSSIER » écrit le jeton à donner.',
  unreachable: (url: string) =>
    `L’hôte à suivre ne répond pas à l’adresse ${url}, et ce dossier n’en a pas encore de copie entière. Vérifiez que l’hôte est en marche et le réseau, puis relancez.`,
  refused: (said: string) =>
    `L’hôte à suivre refuse : ${said} Sur l’hôte, « guichet follower DOSSIER » écrit le jeton à donner.`,
  otherVersion:
    'L’hôte à suivre n’a pas la même version de Guichet que cet ordinateur. Installez la même version sur les deux ordinateurs, puis relancez-les, l’hôte d’abord.',
  otherOffice: (dir: string) =>
    `Le dossier « ${dir} » est celui d’un autre office : rien n’y a été changé. Suivez l’hôte dans un dossier vide.`,
  followsItself: (url: string) =>
    `L’ordinateur de l’adresse ${url} suit lui-même un autre hôte. Donnez l’adresse de l’hôte qui agit.`,
  copyStopped: (url: string) =>
    `La copie de l’hôte ${url} n’avance plus depuis une minute. Elle est abandonnée, et rien n’a été remplacé ici. Vérifiez le réseau, puis relancez.`,
  copyTooLarge: (folder: string) =>
    `La copie de l’hôte ne tient pas sur le disque qui porte « ${folder} » : rien n’y a été remplacé. Libérez de la place, puis relancez.`,
  hostBehind:
    'Le journal de l’hôte n’est pas où l’office a signé qu’il était : cet ordinateur en sait davantage, et n’y a rien changé. Sur l’hôte, un responsable lit ce qui manque dans « Sauvegardes ». Ou arrêtez l’hôte, et prenez le relais ici.',
  copyNotSigned:
    'La copie reçue n’est pas signée par la clé de l’office : rien n’a été changé ici. Vérifiez l’adresse de l’hôte, et que les deux machines ont la même version de Guichet.',
  copyWrong: (url: string) =>
    `La copie envoyée par ${url} n’a pas la taille annoncée : rien n’a été remplacé ici. Relancez la copie. Si cela dure, vérifiez que cette adresse est bien celle de l’hôte.`,
  onlyFile:
    'Suivre un hôte n’est possible que si chacun a son propre journal : une base PostgreSQL a son propre secours (voir la documentation), et --journal ne va pas avec --follow ni --wait-for-follower.',
  bothNeeded:
    'Pour suivre un hôte, il faut --follow URL et le jeton, par la variable GUICHET_FOLLOW_TOKEN ou --token.',
  apart: (count: number, file: string) =>
    `${count} ${agree(count, 'fait enregistré ici n’est pas', 'faits enregistrés ici ne sont pas')} dans le journal de l’hôte qui a pris le relais. ${agree(count, 'Il est', 'Ils sont')} gardé${agree(count, '', 's')} dans « ${file} » : à relire avec un responsable, puis à ressaisir si besoin.`,
  promoteUsage: `Usage : guichet promote DOSSIER

  Le premier hôte de l’office ne répond plus : l’ordinateur de ce dossier, qui le suivait, prend le relais et agit à sa place.
  Refusé tant que le premier répond. S’il revient, il suivra à son tour ; ce qu’il avait de plus sera gardé à part et dit.`,
  promoted: (epoch: number) =>
    `Cet ordinateur est maintenant l’hôte de l’office (relais n° ${epoch}). Les postes le trouvent d’eux-mêmes.`,
  notACopy: (dir: string) => `Le dossier « ${dir} » ne suit aucun hôte : il n’y a pas de relais à prendre.`,
  noOffice: (dir: string) => `Il n’y a pas d’office dans « ${dir} ». Vérifiez le dossier donné.`,
  renewed:
    'L’ancien jeton n’ouvre plus rien, même une copie en cours. Donnez celui-ci au second ordinateur (« host --follow … », et la variable GUICHET_FOLLOW_TOKEN).',
  tokenUsage: `Usage : guichet follower DOSSIER [--renew]

  Écrit ce qu’il faut donner à un second ordinateur pour qu’il suive l’hôte de ce dossier : le jeton, avec l’empreinte de la
  clé de l’hôte quand il répond sur le réseau. Qui l’a peut copier tout l’office : il se garde comme une clé.
  Avec --renew, un autre jeton remplace celui d’avant, qui n’ouvre plus rien, et l’hôte répond au second ordinateur sur le
  réseau choisi : pour le premier jeton, et pour un ordinateur perdu, vendu ou volé.`,
  /** Nobody was given a token yet: the door may be shut. */
  tokenShut:
    'Sans poste relié, l’hôte ne répond pas encore sur le réseau avec ce jeton. Choisissez le réseau dans « Postes et réseau », puis lancez « guichet follower DOSSIER --renew ».',
} as const

/** The administration's part on the second computer, in « Postes et réseau ». */
export const standbyPage = {
  title: 'Le second ordinateur',
  alone:
    'Aucun autre ordinateur ne suit cet hôte. En cas de panne, l’office attend qu’une sauvegarde soit restaurée.',
  aloneHelp: 'Un second ordinateur copie tout l’office, le suit en continu, et peut prendre le relais.',
  link: 'Relier un second ordinateur',
  /** The door is shut: no other machine reaches this one. */
  linkNeedsNetwork:
    'Le second ordinateur suit cet hôte par le réseau. Choisissez d’abord le réseau sur lequel l’office répond, dans « Régler le réseau », puis revenez relier le second ordinateur.',
  /** The database that keeps the journal has its own second machine. */
  elsewhere:
    'Le journal de cet office est dans une base PostgreSQL, qui a son propre secours. La page « PostgreSQL » de la documentation dit comment le régler.',
  system: 'Système du second ordinateur',
  systems: { unix: 'Linux ou macOS', windows: 'Windows' },
  linkSteps: (npm: string) => [
    `Sur le second ordinateur, prenez les sources de la même version de Guichet, et lancez-y « ${npm} ci » : un Guichet installé par un paquet ne sait pas suivre.`,
    'Faites-y un dossier vide, et lancez depuis les sources la commande qui suit, avec le chemin de ce dossier à la place de DOSSIER. Elle sert une fois : les démarrages suivants ne demandent ni l’adresse ni le jeton.',
    'Cette page dit quand il suit. Sur le second ordinateur, choisissez alors le réseau, dans « Postes et réseau ».',
  ],
  /** Another token: what is already on the second machine stays. */
  renewSteps: (npm: string) => [
    'Si le second ordinateur reste le même, arrêtez-y l’hôte : ses sources et son dossier servent encore.',
    `Si un autre le remplace, prenez-y les sources de la même version de Guichet, lancez-y « ${npm} ci », et faites-y un dossier vide.`,
    'Lancez depuis les sources la commande qui suit, avec le chemin du dossier à la place de DOSSIER. Elle sert une fois : les démarrages suivants ne demandent ni l’adresse ni le jeton.',
    'Cette page dit quand il suit. Un ordinateur nouveau demande encore son réseau : choisissez-le dans sa page « Postes et réseau ».',
  ],
  /**
   * What is typed on the second machine: other accounts read the words of a command, not its environment. In PowerShell
   * `npm` is a script, which a Windows as it is installed does not run: `npm.cmd` always runs.
   */
  npm: { unix: 'npm', windows: 'npm.cmd' },
  linkCommand: {
    unix: (address: string, token: string) =>
      `GUICHET_FOLLOW_TOKEN='${token}' npm run -s host -- --data DOSSIER --follow '${address}'`,
    windows: (address: string, token: string) =>
      `$env:GUICHET_FOLLOW_TOKEN = '${token}'; npm.cmd run -s host -- --data DOSSIER --follow '${address}'`,
  },
  /** Where each command is typed, and what it leaves behind. */
  commandIn: {
    unix: 'Tapez-la dans un terminal, puis effacez-en la ligne de l’historique : le jeton y reste.',
    windows:
      'Tapez-la dans PowerShell, puis fermez la fenêtre et effacez la ligne de l’historique : le jeton y reste.',
  },
  copy: 'Copier la commande',
  copied: 'Commande copiée.',
  copyFailed: 'La copie n’a pas marché : sélectionnez la commande, puis Ctrl+C.',
  linkSecret:
    'Le jeton de la commande ouvre tout l’office : il n’est montré que maintenant. Un jeton donné avant par « guichet follower » n’ouvre plus rien.',
  followed: 'Un second ordinateur a tout, et peut prendre le relais.',
  lastHeard: (instant: number, zone: string) => `Il a répondu à ${hour(instant, zone)}.`,
  waits: 'Un acte n’est confirmé qu’une fois copié sur le second ordinateur.',
  trying: 'Cet ordinateur appelle l’hôte qu’il suit.',
  follows: 'Cet ordinateur suit l’hôte : il montre tout et ne change rien.',
  /** The host answers, and refuses: nothing is broken there, and no relay is to be taken. */
  cutOff: 'L’hôte répond, mais il a changé le jeton : cet ordinateur ne le suit plus.',
  cutOffHelp:
    'Sur l’hôte, dans « Postes et réseau », changez de nouveau le jeton du second ordinateur. Arrêtez Guichet ici, puis lancez la commande que l’hôte montre.',
  silent: (instant: number | null, zone: string) =>
    instant === null
      ? 'L’hôte ne répond pas depuis que cet ordinateur a démarré.'
      : `L’hôte ne répond plus depuis ${hour(instant, zone)}.`,
  /** A host over the standby of a database; under two seconds nobody sees that it is late. */
  replica: (lagSeconds: number | null) =>
    lagSeconds === null
      ? 'Copie de la base, sans savoir si elle est à jour : rien ne se change ici.'
      : lagSeconds < 2
        ? 'Copie de la base, à jour : rien ne se change ici.'
        : `Copie de la base, en retard de ${lagSeconds < 60 ? `${lagSeconds}\u00a0s` : duration(lagSeconds * 1000)} : rien ne se change ici.`,
  lastSeen: (instant: number, zone: string) =>
    `Un second ordinateur l’a suivi : il a répondu pour la dernière fois le ${date(instant, zone)} à ${hour(instant, zone)}.`,
  renew: 'Changer le jeton du second ordinateur',
  renewSure:
    'L’ordinateur qui suit celui-ci est coupé aussitôt, et son jeton n’ouvre plus rien. Il lui faudra le nouveau pour suivre encore. Faites-le si cet ordinateur est perdu, volé ou vendu.',
  /** The same, where no command can be written. @param fault why the host does not answer on the network chosen, if one is */
  renewedElsewhere: (fault: string | null) =>
    `${fault ?? 'L’hôte ne répond pas sur le réseau : choisissez-le dans « Régler le réseau ».'} Sur le second ordinateur, arrêtez ensuite Guichet, mettez ce jeton dans la variable GUICHET_FOLLOW_TOKEN, et lancez « host --follow » avec l’adresse que « Postes et réseau » montre alors.`,
  renewed:
    'Le jeton est changé. Le nouveau est montré maintenant seulement : le second ordinateur ne suit plus tant qu’il ne l’a pas.',
  take: 'Prendre le relais',
  sure: 'Cet ordinateur devient l’hôte de l’office, et les postes le trouvent d’eux-mêmes. Faites-le si le premier ordinateur est arrêté ou en panne. Ce qu’il a enregistré sans l’envoyer ici sera gardé à part. Quand il reviendra, il suivra à son tour.',
  cancel: 'Annuler',
  apart: (files: number) =>
    `${files} ${agree(files, 'fichier de faits', 'fichiers de faits')} que l’office a continué sans : à relire dans le dossier « ecarts » de cet ordinateur, puis à ressaisir si besoin.`,
} as const

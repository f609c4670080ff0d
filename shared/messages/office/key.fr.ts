/** Why the office's key can't be had, and what to do. */
export const keyTrouble = {
  unreadable: (file: string) =>
    `La clé de l’office (${file}) est illisible. Remettez celle de la dernière sauvegarde : sans elle, les documents déjà remis ne seraient plus vérifiables.`,
  protectedHere:
    'La clé de l’office est protégée par le système de cette machine, que seule l’application Guichet ouvre. Lancez l’application ; ou remettez la clé avec « guichet key recover DOSSIER » et la clé de récupération.',
  protectedElsewhere:
    'La clé de l’office a été protégée sur une autre machine ou pour un autre compte : celui-ci ne l’ouvre pas. Remettez-la avec « guichet key recover DOSSIER » et la clé de récupération imprimée ce jour-là, puis relancez.',
  none: 'Ce dossier n’a pas de clé d’office.',
  noCopy:
    'Ce dossier n’a pas la copie de la clé (office.key.age). Remettez-la de la dernière sauvegarde, puis recommencez. Rien n’a été changé.',
  wrongRecovery:
    'Cette clé de récupération n’ouvre pas la copie de ce dossier. Vérifiez chaque lettre ; c’est la dernière imprimée qui vaut. Rien n’a été changé.',
  otherKey:
    'Cette copie est celle d’un autre office : ses documents ne seraient plus vérifiables. Rien n’a été changé.',
  running: 'Guichet est en marche sur ce dossier. Fermez-le, puis recommencez. Rien n’a été changé.',
} as const

/** What the command line says of it. */
export const keyCli = {
  ask: 'Tapez la clé de récupération (AGE-SECRET-KEY-1…), Entrée, puis Ctrl+D.',
  recovered:
    'La clé de l’office est remise dans son dossier, sans protection. Lancez Guichet, puis protégez-la de nouveau depuis l’administration.',
} as const

/** The administration's words about it. */
export const keyKept = {
  title: 'Protection de la clé',
  plain: 'La clé qui signe est dans un fichier que seul le compte de Guichet lit.',
  isProtected: (by: string | null) =>
    by === null
      ? 'La clé qui signe est protégée par le système de cette machine.'
      : `La clé qui signe est protégée par le système de cette machine (${by}).`,
  none: 'Le système de cette machine ne propose pas de protection : la clé reste dans son fichier.',
  help: 'Protégée, la clé ne sert que sur cette machine, avec ce compte. Une clé de récupération est faite en même temps : sans elle, un dossier copié ailleurs ne signe plus. Se fait sur la machine de l’office elle-même.',
  protect: 'Protéger la clé…',
  renew: 'Faire une autre clé de récupération…',
  sure: 'La clé de récupération s’affiche une seule fois. Ayez de quoi l’imprimer ou la recopier.',
  renewSure:
    'La clé de récupération déjà imprimée n’ouvrira plus la copie. La nouvelle s’affiche une seule fois.',
  go: 'Continuer',
  cancel: 'Annuler',
  once: 'Clé de récupération, affichée une seule fois',
  keep: 'Imprimez-la ou recopiez-la, et gardez-la sous clé, hors de cette machine. Elle n’est enregistrée nulle part. Les sauvegardes faites avant contiennent encore la clé sans protection.',
  print: 'Imprimer',
  sheet: (office: string) => `Clé de récupération de l’office : ${office}`,
  use: 'Sur l’autre machine : guichet key recover DOSSIER',
  done: 'Je l’ai gardée',
} as const

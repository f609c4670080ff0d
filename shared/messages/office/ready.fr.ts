const nbsp = '\u00a0'

/** After the first run: what is tried before the first person comes. Each may be passed over. */
export const readyWords = {
  help: 'Deux essais avant de recevoir, à faire maintenant ou plus tard dans l’administration.',
  printer: 'L’imprimante',
  printerHelp: (name: string) =>
    `« ${name} » est choisie. Un essai dit si le papier sort et si les accents y sont.`,
  onScreen:
    'Rien ne s’imprime encore : les papiers se montrent à l’écran. Une imprimante s’ajoute dans l’administration.',
  test: 'Imprimer un essai',
  tested: (name: string) => `L’essai est envoyé à « ${name} ». Le papier doit montrer « é è œ € ».`,
  display: 'L’affichage de la salle',
  second: 'Cet ordinateur a un deuxième écran : l’affichage s’y ouvre.',
  openDisplay: 'Ouvrir l’affichage',
  opened: 'L’affichage est ouvert sur l’autre écran.',
  other: 'Un autre ordinateur peut le montrer : il se relie par un code de huit chiffres.',
  code: 'Donner un code',
  place: 'Salle d’attente',
  /** The eight digits in two groups, as they are read aloud. */
  given: (code: string) =>
    `Sur l’autre ordinateur, à la première ouverture de Guichet, choisissez « Rejoindre un office » et tapez ${code.slice(0, 4)}${nbsp}${code.slice(4)}, dans les deux minutes.`,
  noNetwork: 'L’office ne répond pas encore sur le réseau : choisissez-le d’abord dans « Postes et réseau ».',
  counter: 'Ouvrir le guichet',
} as const

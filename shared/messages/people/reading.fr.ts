/** How an agent reads their pages, in the head of each. */
export const readingWords = {
  open: 'Lecture',
  title: 'Lire et travailler à ma façon',
  help: 'Ces choix vous suivent à chaque poste où vous êtes reconnu. Personne d’autre ne les voit.',
  size: 'Lettres',
  sizes: { usual: 'Habituelles', large: 'Plus grandes', larger: 'Encore plus grandes' },
  contrast: 'Contraste fort, blanc sur noir',
  airy: 'Listes aérées, touches plus grandes',
  singleKeys: 'Les lettres et les chiffres agissent seuls',
  singleKeysHelp:
    'Si vous décochez cette case, seules les touches de fonction, Tab et Entrée agissent. C’est utile avec une commande vocale.',
  sound: 'Son quand un message paraît ou que quelqu’un arrive',
  sounds: { none: 'Aucun', soft: 'Discret', loud: 'Fort' },
  keyboard: 'Clavier, pour les lettres montrées sur les touches',
  keyboards: { auto: 'Celui du système', azerty: 'AZERTY', qwerty: 'QWERTY', qwertz: 'QWERTZ', bepo: 'BÉPO' },
  close: 'Fermer',
} as const

const nbsp = '\u00a0'

/** Reading a code by the camera or from a picture. */
export const scanWords = {
  title: 'Lire un code par la caméra ou une image',
  help: 'Code 2D-Doc d’un justificatif ou d’un titre. Rien de l’image n’est gardé.',
  close: 'Fermer',
  camera: {
    open: 'Ouvrir la caméra',
    stop: 'Arrêter la caméra',
    which: 'Caméra',
    unnamed: (rank: number) => `Caméra${nbsp}${rank}`,
    preview: 'Ce que voit la caméra',
    opening: 'La caméra s’ouvre…',
    looking: 'Présentez le code devant la caméra, bien à plat.',
    refused: 'La caméra est refusée à cette page. Choisissez une image, ou utilisez la douchette.',
    none: 'Aucune caméra n’est branchée. Choisissez une image, ou utilisez la douchette.',
    busy: 'La caméra ne répond pas. Fermez l’autre logiciel qui s’en sert, puis recommencez.',
    lost: 'La caméra s’est arrêtée. Rebranchez-la, puis recommencez.',
  },
  picture: {
    choose: 'Choisir une image',
    reading: 'Lecture de l’image…',
    nothing: 'Aucun code n’est lisible sur cette image. Prenez-la plus près, bien à plat et sans reflet.',
    unreadable: 'Cette image ne s’ouvre pas. Choisissez une photo (JPEG, PNG ou WebP).',
  },
  read: 'Code lu.',
  cut: `Lecture incomplète${nbsp}: rien n’a été noté. Présentez de nouveau le document au lecteur.`,
  broken: 'Le lecteur de codes ne démarre pas. Utilisez la douchette, ou saisissez ce que porte le document.',
} as const

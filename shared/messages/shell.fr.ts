import { app } from './app.fr.ts'

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`

/** What the application's own windows, menu and command line say; the pages have their own texts. */
export const shell = {
  name: 'Guichet',
  stations: { ...app.stationNames, bar: 'Bandeau du guichet', welcome: 'Premier démarrage' },
  menu: {
    edit: 'Édition',
    undo: 'Annuler la saisie',
    redo: 'Rétablir la saisie',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    stations: 'Postes',
    bar: 'Bandeau',
    barShown: 'Afficher le bandeau',
    barWide: 'Large',
    barShort: 'Court',
    barKeys: 'Raccourcis depuis un autre logiciel',
    view: 'Affichage',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    resetZoom: 'Taille normale',
    fullScreen: 'Plein écran',
    devTools: 'Outils de développement',
    help: 'Aide',
    about: 'À propos de Guichet',
    folder: 'Ouvrir le dossier des données',
    startWith: 'Ouvrir ce poste au démarrage',
    school: 'Ouvrir le site de formation',
    office: 'Revenir à l’office',
    close: 'Fermer la fenêtre',
    quit: 'Quitter Guichet',
  },
  bar: {
    /** What is held down, as it is written on a keyboard. */
    keySets: { ctrlAlt: 'Ctrl+Alt', ctrlShift: 'Ctrl+Maj', ctrlAltShift: 'Ctrl+Alt+Maj' },
    /** One of the menu's choices: « Ctrl+Maj+F2, F3, F4, F5, F9 ». */
    keysOf: (held: string, keys: readonly string[]) => `${held}+${keys.join(', ')}`,
    /**
     * Another set of keys mends the first; the alert's keys are the same in all of them.
     * @param keys those that act on the bar, each whole: « Ctrl+Maj+F2 »
     * @param isAlert the alert's keys too, or alone
     */
    taken: (keys: readonly string[], isAlert: boolean) =>
      [
        ...(keys.length > 0
          ? [
              `${listed(keys)} ${keys.length > 1 ? 'sont déjà pris' : 'est déjà pris'} par un autre logiciel de cet ordinateur, et n’${keys.length > 1 ? 'agiront' : 'agira'} pas sur le bandeau. Choisissez d’autres raccourcis dans le menu « Bandeau », ou cliquez sur ses boutons.`,
            ]
          : []),
        ...(isAlert
          ? [
              'Un autre logiciel de cet ordinateur a pris Ctrl+Maj+Espace : ces touches pourraient ne pas demander d’aide. Fermez ce logiciel ou changez son raccourci, puis rouvrez le bandeau ; d’ici là, demandez de l’aide par « Aide » (F1), sur le guichet.',
            ]
          : []),
      ].join('\n\n'),
  },
  about: (versions: { readonly app: string; readonly electron: string; readonly chromium: string }) =>
    `Guichet ${versions.app} (Electron ${versions.electron}, Chromium ${versions.chromium})`,
  ok: 'OK',
  failure: {
    title: 'L’office ne peut pas s’ouvrir',
    code: 'Code',
    retry: 'Réessayer',
    folder: 'Ouvrir le dossier',
    kept: 'Guichet n’a rien effacé. Il réessaie aussi de lui-même.',
    publicTitle: 'Ce poste n’est pas disponible',
    publicMessage: 'Adressez-vous à un agent de l’accueil.',
  },
  problems: {
    hostGone:
      'Le service de l’office s’est arrêté plusieurs fois. Prévenez votre informaticien avec ce code.',
    pagesMissing: 'Les pages de Guichet manquent dans cette installation. Réinstallez l’application.',
    pageCrashed:
      'La page s’est arrêtée plusieurs fois. Si cela continue, prévenez votre informaticien avec ce code.',
    unexpected:
      'Guichet a rencontré une erreur. Rien d’enregistré n’est perdu ; si cela se reproduit, prévenez votre informaticien.',
    printTooLong: 'L’imprimante n’a pas répondu à temps. Vérifiez-la, puis relancez l’impression.',
    renderTooLong: 'Le document n’a pas pu être mis en page à temps. Relancez l’impression.',
    printRefused: (why: string) =>
      `L’imprimante n’a pas accepté le document (${why}). Vérifiez-la, puis relancez l’impression.`,
    renderFailed: 'Le document n’a pas pu être mis en page. Relancez l’impression.',
    unknownDevice: (device: string) =>
      `L’imprimante « ${device} » n’est pas connue de cet ordinateur. Choisissez-en une autre dans l’administration.`,
  },
  joining: {
    incomplete:
      'L’adresse ou le code ne sont pas complets. Écrivez l’adresse que montre l’administration, et les huit chiffres.',
    silent:
      'Aucun office ne répond à cette adresse. Vérifiez-la, et que les deux ordinateurs sont sur le même réseau.',
    unreadable:
      'Ce que ce poste gardait de son office ne peut plus être lu. Demandez un nouveau code à l’administration, puis reliez-le.',
    left: 'Ce poste n’est plus relié à son office. Il peut en rejoindre un, ou ouvrir le sien.',
    leave: 'Quitter cet office…',
    leaveAsked: (office: string) =>
      `Ce poste ne sera plus relié à ${office}. Pour l’y relier à nouveau, il faudra un code de l’administration.`,
    leaveYes: 'Quitter cet office',
    leaveNo: 'Rester',
  },
  options: {
    unknownStation: (given: string, known: readonly string[]) =>
      `Le poste « ${given} » n’existe pas. Choisissez l’un de ceux-ci : ${known.join(', ')}.`,
    valueMissing: (option: string) => `L’option ${option} attend une valeur.`,
    badInstant: (given: string) =>
      `« ${given} » n’est pas une date et une heure. Écrivez par exemple --at 2026-03-03T09:00:00+01:00.`,
    atNeedsSchool: 'L’option --at règle l’horloge de la formation : ajoutez --school.',
    badJournal: 'L’option --journal attend une base PostgreSQL : postgres://compte@serveur/base.',
    journalTellsPassword:
      'Un mot de passe sur la ligne de commande se lit depuis tous les comptes de la machine. Mettez-le dans ~/.pgpass, et retirez-le de --journal.',
    journalNotOfSchool:
      'Le site de formation a ses propres données, jamais dans la base d’un office : retirez --journal ou --school.',
    officeNeedsJournal:
      'L’option --office dit quel office d’une base PostgreSQL : donnez-la par --journal postgres://compte@serveur/base.',
    badOffice: (given: string) => `« ${given} » n’est pas un office. « guichet journal verify » les énumère.`,
  },
  log: {
    unreadable: (file: string) => `${file} ne peut pas être lu : les réglages par défaut le remplacent.`,
    unwritable: (file: string) => `${file} ne peut pas être écrit : ce réglage ne sera pas retenu.`,
  },
} as const

/** What a locked kiosk says to whoever asks to leave it: an agent's words, before a screen that the public sees. */
export const kioskLock = {
  title: 'Quitter la borne',
  asked: 'Tapez le code du responsable, puis « Valider ».',
  wrong: 'Ce code n’est pas le bon. Tapez-le à nouveau.',
  waiting: 'Trop d’essais. Attendez cinq minutes, puis tapez le code.',
  none: 'Cette borne n’a pas de code pour être quittée. Votre informaticien peut en régler un : « kiosk » dans guichet.json.',
  typed: (digits: number) => (digits > 1 ? `${digits} chiffres tapés` : `${digits} chiffre tapé`),
  erase: 'Effacer',
  enter: 'Valider',
  back: 'Revenir à la borne',
} as const

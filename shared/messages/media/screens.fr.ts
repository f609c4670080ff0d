import type { ScreenSettings } from '../../contract/media/screens.ts'
import type { Legible } from '../../domain/media/legible.ts'

const nbsp = '\u00a0'
const cm = (millimetres: number) => `${(millimetres / 10).toFixed(1).replace('.', ',')}${nbsp}cm`
const metres = (value: number) => `${Math.floor(value * 10) / 10}${nbsp}m`.replace('.', ',')

/** The displays of the waiting room, in the administration: how each is seen and heard. */
export const screensWords = {
  title: 'Affichages',
  usual: 'Affichages de cet ordinateur, et ceux qui n’ont pas leurs propres réglages',
  asUsual: 'comme ceux de cet ordinateur',
  change: 'Régler',
  changeFor: (name: string) => `Régler ${name}`,
  save: 'Enregistrer',
  cancel: 'Annuler',
  diagonal: 'Diagonale de l’écran, en pouces',
  distance: 'Siège le plus loin, en mètres',
  measure: 'Laissez vide ce qui n’est pas mesuré. L’écran est posé en largeur.',
  diagonalWrong: 'Écrivez un nombre entier, de 7 à 120, ou rien.',
  distanceWrong: 'Écrivez un nombre entier, de 1 à 40, ou rien.',
  flash: 'Le dernier appel s’éclaire',
  flashes: { none: 'Jamais', once: 'Une fois', thrice: 'Trois fois, une par seconde' } satisfies Record<
    ScreenSettings['flash'],
    string
  >,
  volume: 'Volume, de 0 à 100',
  volumeWrong: 'Écrivez un nombre entier, de 0 à 100.',
  chime: 'Carillon à chaque appel',
  voice: 'Appel à voix haute',
  still: 'Bandeau immobile sous les appels',
  stillHelp: `Il montre alors les premiers services, en français. Le reste se lit à la borne, ou par la flèche droite d’un clavier branché à l’affichage\u00a0; Espace arrête ce qui tourne. Un bandeau qui tourne s’arrête au même endroit.`,
  unknown: 'Diagonale ou distance non mesurée : rien ne dit si les numéros se lisent du fond de la salle.',
  legible: ({ height, needed, enough, upTo, diagonal, layout, before }: Legible): string =>
    enough
      ? `Le numéro appelé a ${cm(height)} de haut, pour ${cm(needed)} qu’il faut à cette distance${
          layout === 'far'
            ? ' : il prend toute la place, et les appels précédents ne sont pas montrés'
            : before === 4
              ? ''
              : before === 2
                ? ' : deux appels précédents au plus sont montrés'
                : ' : les appels précédents ne sont pas montrés'
        }.`
      : `Cet écran est trop petit pour cette distance : le numéro y a ${cm(height)} de haut au mieux, il en faut ${cm(needed)}. Il se lit jusqu’à ${metres(upTo)} ; à cette distance il faut un écran de ${diagonal} pouces, ou un second écran.`,
} as const

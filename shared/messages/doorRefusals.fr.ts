import type { DoorError } from '../contract/doorErrors.ts'
import { suspendedHere } from './network/trouble.fr.ts'

/** What is read when a door refuses, before anything is decided: who asks, what is asked, how it came. */
export const doorRefusals: Readonly<Record<DoorError, string>> = {
  following:
    'Cet ordinateur suit l’hôte de l’office : il montre tout et ne change rien. Agissez depuis l’hôte ; s’il ne répond plus, un responsable peut prendre le relais ici.',
  readOnly:
    'Cet hôte lit une copie de la base de l’office : il montre tout et ne change rien, et ce qui ne se consulte qu’en étant noté n’y est pas montré. Faites-le depuis un hôte qui agit.',
  standbyElsewhere:
    'Le journal de cet office est dans une base PostgreSQL, qui a son propre secours. Demandez à la personne qui s’en occupe.',
  journalBehind:
    'Le journal n’est pas où l’office a signé qu’il était : rien n’est enregistré, aucun numéro n’est donné. Un responsable lit ce qui manque dans « Sauvegardes », dans l’administration, puis choisit de reprendre.',
  followerAway:
    'Le second ordinateur ne répond pas, et rien n’est confirmé sans lui : l’acte est gardé ici s’il vient d’être fait. Attendez son retour, ou prévenez la personne qui s’en occupe.',
  tokenExpired: 'Ce jeton a expiré. Demandez-en un autre à l’administration de l’office.',
  forbiddenScope:
    'Ce jeton n’ouvre pas cet appel. Demandez-en un qui le permet à l’administration de l’office.',
  aheadOfJournal:
    'Cette position est au-delà du journal : c’est celle d’un autre office, ou d’une sauvegarde. Reprenez depuis le début (since=0).',
  unauthorized: 'Ce poste n’est pas reconnu. Ouvrez-le avec l’adresse que donne l’ordinateur de l’office.',
  stationRevoked:
    'Ce poste n’est plus relié à l’office. Demandez un nouveau code à l’administration, puis reliez-le.',
  stationExpired:
    'Le lien de ce poste est arrivé à son terme. Demandez-en un nouveau à l’administration, puis ouvrez-le ici.',
  pairingClosed:
    'L’office n’attend aucun poste, ou le code a fait son temps. Demandez un nouveau code à l’administration.',
  pairingCodeWrong: 'Ce code n’est pas le bon. Relisez-le sur l’écran de l’administration, puis recommencez.',
  pairingTooManyTries:
    'Trop d’essais avec un mauvais code. Attendez dix minutes, puis demandez un nouveau code à l’administration.',
  encodingRefused: 'Le message est compressé : l’office n’en ouvre aucun. Envoyez-le tel quel.',
  linkUsed: 'Ce lien a déjà servi, ou a fait son temps. Demandez-en un nouveau à l’administration.',
  signInNeeded: 'Personne ne s’est présenté à ce poste. Dites qui vous êtes, puis recommencez.',
  sessionLocked: 'Ce poste est verrouillé. Tapez votre code pour continuer où vous en étiez.',
  unknownName: 'Cette demande n’existe pas. Vérifiez son nom, ou mettez ce poste à jour.',
  notFound: 'Il n’y a rien à cette adresse. Vérifiez-la.',
  methodNotAllowed: 'Cette adresse ne se demande pas ainsi. Vérifiez la méthode et le nom de l’appel.',
  forbiddenRole: 'Ce poste n’a pas le droit de faire cela. Faites-le depuis un poste qui en a le rôle.',
  onlyAtHost:
    'Cela touche aux fichiers, aux appareils, aux adresses, à la clé ou au programme de la machine de l’office : faites-le depuis cette machine elle-même, pas depuis un autre poste.',
  forbiddenOrigin: 'Cette page ne vient pas de l’office. Ouvrez celle que donne l’ordinateur de l’office.',
  tooLarge: 'Le message est trop long. Envoyez moins de texte à la fois.',
  badInput: 'Ce qui a été envoyé n’a pas la forme attendue. Rien n’a changé : corrigez et recommencez.',
  badRequest: 'Le message ne peut pas être lu. Rien n’a changé : vérifiez-le et recommencez.',
  tooManyCalls: 'Trop de demandes à la fois. Attendez un instant, puis recommencez.',
  tooOften:
    'Ce poste le demande plus souvent que des personnes ne le feraient. Rien n’a changé : attendez, puis recommencez.',
  busyWithOthers:
    'Ce poste demande sans cesse ses écrans : l’office répond d’abord aux autres. Attendez un instant, l’écran se remet à jour seul.',
  stationSuspended: suspendedHere,
  timeout: 'Le message a mis trop longtemps à arriver. Vérifiez le réseau, puis recommencez.',
  headersTooLarge: 'Les en-têtes du message sont trop longs. Raccourcissez-les et recommencez.',
  contractTooOld: 'Ce poste et l’ordinateur de l’office n’ont pas la même version. Mettez ce poste à jour.',
  storageFull:
    'Le disque de l’ordinateur de l’office est plein. Rien n’est perdu ni changé : libérez de la place, puis recommencez.',
  storageAway:
    'La base de données de l’office ne répond pas. Attendez un instant, puis recommencez ; si cela dure, prévenez la personne qui s’en occupe.',
  closing: 'L’ordinateur de l’office s’arrête. Attendez son retour, puis recommencez.',
  fault:
    'Une panne a eu lieu dans l’ordinateur de l’office. Rien n’a changé : recommencez, et prévenez l’informatique si cela revient.',
}

import type { MrzError, MrzFields } from '../../identity/mrz/read.ts'

const elements: Readonly<Record<keyof MrzFields | 'composite', string>> = {
  documentCode: 'le type de document',
  issuingState: 'l’État émetteur',
  documentNumber: 'le numéro du document',
  lastName: 'le nom',
  firstName: 'les prénoms',
  namesTruncated: 'le nom',
  nationality: 'la nationalité',
  birthDate: 'la date de naissance',
  birthCenturyCertain: 'la date de naissance',
  sex: 'le sexe',
  expirationDate: 'la date d’expiration',
  issueDate: 'le mois de délivrance',
  administrativeCode: 'le code du service',
  administrativeCode2: 'le code du département',
  personalNumber: 'le numéro personnel',
  optional1: 'les données facultatives',
  optional2: 'les données facultatives',
  composite: 'l’ensemble',
}

/** What is the matter with a machine-readable zone, then what to do. */
export function mrzSentence({ code, field }: MrzError): string {
  const element = field === null ? 'la zone' : elements[field]
  const again = 'Relisez la bande, ou saisissez ce que porte le document.'
  switch (code) {
    case 'notAZone':
      return 'Ce texte n’est pas la bande de lecture d’un titre d’identité. Relisez-la, ou saisissez ce que porte le document.'
    case 'character':
      return `La bande contient un caractère qui ne peut pas y figurer. ${again}`
    case 'checkDigit':
      return field === 'composite'
        ? `La clé de contrôle finale de la bande est fausse. ${again}`
        : `La clé de contrôle pour ${element} est fausse. ${again}`
    case 'date':
      return `Une date est impossible\u00a0: ${element}. ${again}`
    case 'issueInFuture':
      return `La carte serait délivrée dans l’avenir. ${again}`
    case 'state':
      return `Un code d’État est inconnu\u00a0: ${element}. ${again}`
    case 'name':
      return `Le nom ne se lit pas dans la bande. ${again}`
    case 'sex':
      return `La mention du sexe ne se lit pas dans la bande. ${again}`
    case 'documentNumber':
    case 'documentCode':
      return `Un élément ne se lit pas dans la bande\u00a0: ${element}. ${again}`
    default:
      code satisfies never
      return again
  }
}

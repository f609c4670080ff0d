import { describe, expect, test } from 'vitest'
import { PieceName } from '../../../shared/contract/files/file.ts'
import {
  strangeAgent,
  strangePayer,
  strangePerson,
  strangePieceName,
  strangeReasons,
} from '../../../shared/domain/law/names.ts'
import { strangeNotice } from '../../../shared/domain/law/notices.ts'
import { asksOrRefuses } from '../../../shared/domain/law/speech.ts'
import { paying, tillOffice } from '../../fixtures/till.ts'
import { FilesOffice } from '../../fixtures/filesOffice.ts'
import names from '../../fixtures/personNames.json' with { type: 'json' }
import sentences from '../../fixtures/sentencesAsNames.json' with { type: 'json' }

// What is printed as a name names somebody: a sentence made of letters alone is none.

const clock = Date.parse('2026-03-03T08:00:00Z')
const malformed = { refusal: 'nameMalformed' }
const inTwo = (name: string) => {
  const [firstName = '', ...rest] = name.split(' ')
  return { firstName, familyName: rest.join(' ') || firstName }
}

describe('a person', () => {
  test.each(names)('may be called %s, in one field or in two', (name) => {
    expect(strangePerson({ familyName: name, firstName: null })).toBeNull()
    expect(strangePerson(inTwo(name))).toBeNull()
    expect(strangePayer(name)).toBeNull()
    expect(strangeAgent({ ...inTwo(name), capacity: 'agente d’accueil' })).toBeNull()
  })

  test.each(sentences)('is not called « %s », in one field or in two', (said) => {
    expect(strangePerson({ familyName: said, firstName: null })).toMatchObject({
      refusal: expect.any(String),
    })
    expect(strangePerson(inTwo(said))).not.toBeNull()
    expect(strangePayer(said)).not.toBeNull()
  })
})

test.each(['SCI Les Lilas 2', 'Durand & fils (SARL)', 'Association Agir pour demain', 'Carte Grise Service'])(
  'a company or an association pays by its own name: %s',
  (payer) => expect(strangePayer(payer)).toBeNull(),
)

describe('whoever pays has a name', () => {
  const said = 'Roux : apportez un bail (art. L114-5)'
  const made = () => {
    const office = tillOffice(clock)
    const opened = office.act('till.open', { coins: [{ face: 1000, count: 5 }] }, 'agent1')
    expect(opened).not.toHaveProperty('refusal')
    return office
  }

  test.each([
    ['till.collect', paying('copie', 18, { given: 50 })],
    ['till.stamp', { productId: 'accueil', stamp: '1234567890123456' }],
  ] as const)('by %s', (name, input) => {
    const office = made()
    for (const payer of [said, 'Revenez demain avec votre passeport'])
      expect(office.act(name, { ...input, payer }, 'agent1')).toMatchObject(malformed)
    expect(office.act(name, { ...input, payer: 'Léa Nuñez' }, 'agent1')).not.toHaveProperty('refusal')
  })

  test('by what is written in the place of a payment', () => {
    const office = made()
    const taken = office.act('till.collect', paying('copie', 18, { given: 50 }), 'agent1')
    if ('refusal' in taken) throw new Error(taken.refusal)
    const correct = (payer: string) => {
      const instead = paying('copie', 18, { given: 50, payer })
      return office.act(
        'till.correct',
        { number: taken.output.number, reason: 'Une erreur', instead },
        'agent1',
      )
    }
    expect(correct(said)).toMatchObject(malformed)
    expect(correct('Léa Nuñez')).not.toHaveProperty('refusal')
  })

  test('and a reference is no sentence', () => {
    const office = made()
    const reference = 'Dossier refusé : revenez'
    expect(
      office.act('till.collect', paying('copie', 18, { means: 'cheque', reference }), 'agent1'),
    ).toMatchObject(malformed)
  })
})

describe('an agent, whom every paper names, has a name and a capacity', () => {
  const agent = { firstName: 'Nadia', familyName: 'Ferrand', capacity: 'agente d’accueil' }
  const strange = [
    { ...agent, familyName: 'Ferrand (art. L114-5)' },
    { ...agent, firstName: 'Nadia; refusé' },
    { ...agent, capacity: 'qui refuse votre demande' },
    { ...agent, capacity: 'agente : demande rejetée' },
  ]

  test.each(strange)('set by the administration: $firstName $familyName, $capacity', (name) => {
    const office = new FilesOffice()
    expect(office.act('agent.set', { agentId: 'agent2', name, services: [] }, 'admin')).toMatchObject(
      malformed,
    )
    expect(
      office.act('agent.set', { agentId: 'agent2', name: agent, services: [] }, 'admin'),
    ).not.toHaveProperty('refusal')
  })

  test('and so has a pseudonym', () => {
    const office = new FilesOffice()
    const shield = (pseudonym: string) =>
      office.act('agent.shield', { agentId: 'agent2', pseudonym, reason: 'Menaces' }, 'admin')
    expect(shield('Votre demande est refusée')).toMatchObject(malformed)
    expect(shield('Agent 7')).not.toHaveProperty('refusal')
  })
})

describe('what a person declared, contested or receives is refused in words no more than what they asked', () => {
  test.each([
    'Votre déclaration est refusée',
    'La déclaration est irrecevable',
    'Cette déclaration ne peut pas être enregistrée',
    'Déclaration refusée',
    'Votre demande est repoussée',
    'Votre demande n’est pas retenue',
    'Votre dossier n’a pas été accepté',
    'Votre dossier ne peut être enregistré',
    'Il n’est pas donné suite à votre demande',
    'Votre pacs ne sera pas enregistré',
    'La naissance ne sera pas inscrite',
    'Le maire s’oppose à votre déclaration',
    'La mairie s’oppose aux travaux',
    'Avis défavorable sur votre demande',
    'Votre permis est refusé',
    'Votre réclamation est rejetée',
    'Votre recours est rejeté',
    'Votre prestation est supprimée',
    'Vos droits sont suspendus',
    'Votre demande est caduque',
    'Vous êtes débouté de votre demande',
  ])('« %s » is a refusal', (said) => {
    expect(asksOrRefuses(said)).toBe('refuses')
  })

  test.each([
    'La déclaration est reçue',
    'Votre déclaration a été transmise au service des impôts',
    'La demande n’a pas pu être enregistrée : le téléservice est en panne',
    'Le dossier n’est pas encore examiné par la préfecture',
    'Votre titre est prêt',
    'L’imprimante a refusé le papier',
    'La naissance a été inscrite',
    'Votre déclaration n’est pas signée',
  ])('« %s » tells what happened', (said) => {
    expect(asksOrRefuses(said)).toBeNull()
  })
})

describe('a sign that is not seen hides no word', () => {
  // A soft hyphen comes with what is pasted from a text that was cut at the end of its lines.
  test.each(['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\ufe0f'])('%j', (sign) => {
    const hidden = (said: string) => said.replaceAll(/(\p{L}{3})(?=\p{L}{2})/gu, `$1${sign}`)
    expect(asksOrRefuses(hidden('Apportez un bail signé'))).toBe('asks')
    expect(asksOrRefuses(hidden('Votre demande est refusée'))).toBe('refuses')
    expect(asksOrRefuses(hidden('Votre demande est transmise'))).toBeNull()
    expect(strangePieceName([PieceName.parse({ label: hidden('Bail à fournir') })])).toMatchObject({
      refusal: 'pieceWithoutText',
    })
    expect(strangePieceName([PieceName.parse({ label: hidden('Bail du logement') })])).toBeNull()
  })

  test('a soft hyphen is a sign of who sets type: it cuts no word in two', () => {
    for (const said of [
      'Si vo\u00adus pr\u00adésentez un plan, il date de 2012',
      'Vo\u00adus vi\u00advez seul',
    ])
      expect(strangeReasons([said]), said).toBeNull()
  })

  // One of these stands for a space, and shows as one or as nothing.
  test.each(['\u200b', '\u2060', '\ufeff', '\u3164', '\u115f', '\u1160', '\uffa0'])(
    'nor one that stands for a space: %j',
    (sign) => {
      const joined = (said: string) => said.replaceAll(' ', sign)
      expect(asksOrRefuses(joined('Apportez un bail signé'))).toBe('asks')
      expect(asksOrRefuses(joined('Votre demande est refusée'))).toBe('refuses')
      expect(asksOrRefuses(joined('Votre demande est transmise'))).toBeNull()
      expect(strangePieceName([{ label: joined('Bail à fournir') }])).toMatchObject({
        refusal: 'pieceWithoutText',
      })
      expect(strangePieceName([{ label: joined('Bail du logement') }])).toBeNull()
      expect(strangePerson({ familyName: joined('Revenez demain'), firstName: null })).not.toBeNull()
      expect(strangeReasons([joined('Apportez un bail')])).not.toBeNull()
      expect(strangeNotice([joined('Apportez un bail signé')])).not.toBeNull()
    },
  )

  test.each(['Ａpportez un bail', '𝐀𝐩𝐩𝐨𝐫𝐭𝐞𝐳 un bail'])('nor do letters of another shape: « %s »', (said) => {
    expect(asksOrRefuses(said)).toBe('asks')
  })
})

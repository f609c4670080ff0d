import { beforeEach, describe, expect, test } from 'vitest'
import { FilesOffice, refusalOf } from '../../fixtures/filesOffice.ts'

// A procedure has delays of its own, and its rule tells others beside them: of the silence of an authority, of what is asked
// besides. The reasons of a refusal may say of each remedy its own delay alone (CJA R421-5).

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})
const saying = (procedureId: string, facts: string) => {
  const fileId = office.open({ procedureId })
  const elsewhere = { issuer: 'Parapheur', number: 'R-1' }
  return refusalOf(
    office.act('file.decide', { fileId, decision: 'refused', on: '2026-03-03', elsewhere, facts }),
  )
}

describe.each([
  [
    'elections',
    [
      'Vous avez trente jours pour contester cette décision.',
      'Vous avez deux mois pour contester cette décision.',
      'Vous avez sept jours pour contester cette décision.',
      'Le délai de recours est de sept jours.',
      'Vous avez trente jours pour saisir la commission de contrôle.',
      'Vous avez trente jours pour saisir le tribunal.',
    ],
    [
      'Vous avez cinq jours pour contester cette décision.',
      'Le délai de recours est de cinq jours.',
      'Le tribunal peut ensuite être saisi dans les sept jours.',
      'Après trente jours de silence de la commission, vous pouvez saisir le tribunal.',
    ],
  ],
  [
    'attestation-accueil',
    [
      'Vous avez un mois pour contester ce refus.',
      'Vous avez un mois pour saisir le tribunal administratif.',
      'Le recours est d’un mois.',
      'Vous avez un mois pour saisir le préfet.',
      'Vous pouvez saisir le préfet de Seine-et-Marne dans un délai d’un mois.',
      'Il faut saisir le préfet dans les huit jours de la notification de ce refus.',
      'Il faut saisir le préfet dans les huit jours à compter de ce jour.',
      'Vous avez jusqu’au 12 mars pour saisir le préfet.',
      'Vous pouvez saisir le préfet d’un recours dans un délai d’un mois pour obtenir l’attestation.',
      'Pour contester, vous avez trois mois pour saisir le préfet d’un recours hiérarchique.',
      'Vous pouvez saisir le préfet d’un recours contre cette décision dans un délai d’un mois.',
      'Vous avez la possibilité de saisir le préfet d’un recours gracieux contre ce refus dans un délai d’un mois.',
      'La personne peut saisir le préfet d’un recours contre la décision dans le mois.',
      'Le préfet de l’Essonne peut être saisi d’un recours dans un délai d’un mois.',
      'Le préfet peut être saisi dans un délai d’un mois d’un recours contre cette décision.',
      'Adressez un recours au préfet de l’Essonne dans un délai d’un mois.',
      'Vous pouvez adresser un recours au préfet dans un délai d’un mois.',
      'Vous pouvez saisir le préfet de l’Essonne dans un délai d’un mois.',
      'Vous pouvez saisir la préfète de la Seine-Maritime dans un délai d’un mois.',
      'Vous avez un mois pour saisir le préfet de l’Essonne d’un recours.',
      'Vous avez jusqu’au 12 mars pour saisir le préfet de l’Essonne.',
      'Vous pouvez saisir le préfet de votre département dans un délai d’un mois.',
      'Vous pouvez saisir le ministre de l’intérieur dans un délai d’un mois.',
      'Saisissez le préfet dans le mois.',
      'Saisissez le préfet de l’Essonne dans un délai d’un mois.',
      'Saisissez donc le tribunal dans le mois.',
      'Merci de saisir le tribunal dans le mois.',
      'Allez devant le tribunal dans le mois.',
      'Contestez-la dans le mois.',
      'Faites appel de cette décision dans le mois.',
      'Vous pouvez demander au tribunal d’annuler cette décision dans un délai d’un mois.',
      'Dans le mois, saisissez le tribunal.',
      'Dans un délai d’un mois, vous pouvez saisir le tribunal administratif.',
    ],
    [
      'Vous avez deux mois pour saisir le préfet.',
      'Vous avez un mois pour saisir le préfet d’une demande de titre de séjour.',
      'Vous pouvez saisir le préfet dans le mois, d’une demande de titre de séjour.',
      'Pour régler le séjour de votre hôte, vous avez jusqu’au 12 mars pour saisir le préfet.',
      'Il faut saisir le préfet dans les huit jours du vol.',
      'Il faut saisir le préfet dans les huit jours à compter du jour du vol.',
      'Vous avez un mois pour saisir le préfet afin de régler le séjour de votre hôte.',
      'Le maire peut saisir le préfet dans un délai d’un mois.',
      'Vous pouvez revenir dans un mois.',
      'Vous avez deux mois pour contester ce refus.',
      'Un mois de silence du préfet vaut rejet de votre recours.',
      'Vous pouvez saisir le préfet de l’Essonne d’un recours contre cette décision dans un délai de deux mois.',
      'Saisissez le tribunal dans les deux mois.',
      'Saisissez le préfet d’une demande de titre de séjour dans le mois.',
      'Saisissez le préfet dans les huit jours du vol.',
      'Vous pouvez saisir le préfet de la Seine-Maritime d’une demande de carte de séjour dans un délai d’un mois.',
      'Vous pouvez saisir le préfet de l’Essonne d’un recours contre la décision de la caisse dans un délai d’un mois.',
      'Le préfet de l’Essonne a rejeté votre demande le 3 mars 2025. Vous aviez un mois pour saisir le tribunal.',
      'Vous avez saisi le préfet de l’Essonne d’un recours dans le mois.',
      'La mairie saisit le préfet de la Seine-Maritime dans un délai d’un mois.',
      'Le plan n’est pas venu dans un délai d’un mois, vous pouvez contester cette décision.',
      'Dans un délai d’un mois, les pièces n’ont pas été envoyées ; vous pouvez contester cette décision.',
      'Vous pouvez faire recours à une entreprise dans un délai d’un mois.',
    ],
  ],
  [
    'urbanisme',
    [
      'Vous avez un mois pour saisir le tribunal administratif.',
      'Vous avez un mois pour contester ce refus.',
      'Le recours est possible pendant un mois.',
      'Vous avez deux mois pour former un recours gracieux.',
      'Recours hiérarchique : deux mois.',
    ],
    [
      'Vous avez deux mois pour saisir le tribunal administratif.',
      'Vous avez un mois pour former un recours gracieux.',
      'Un recours gracieux contre cette décision peut être formé dans le mois.',
      'Recours gracieux : un mois.',
      'Vous avez un mois pour saisir le préfet.',
      'Délai de recours : deux mois.',
      // The remedy of C. urb. R*424-14, before the prefect of the region, has two months.
      'Vous avez deux mois pour saisir le préfet de région.',
      'Saisissez le préfet de région dans les deux mois.',
      'Vous pouvez saisir le préfet de la région Normandie d’un recours contre ce refus dans les deux mois.',
      'Vous avez deux mois pour saisir le préfet de la région Île-de-France.',
      'Vous pouvez saisir la préfète de région dans les deux mois (code de l’urbanisme, art. R424-14).',
      'L’architecte des bâtiments de France a refusé son accord. Vous pouvez saisir le préfet de région dans un délai de deux mois à compter de la notification de ce refus.',
    ],
  ],
  [
    'pacs',
    ['Vous avez deux mois pour contester cette décision.', 'Le tribunal doit être saisi dans les deux mois.'],
    ['Vous avez deux mois pour payer la redevance.'],
  ],
])('the reasons of a refusal of %s', (procedureId, refused, taken) => {
  test.each(refused)('don’t say another delay: « %s »', (facts) => {
    expect(saying(procedureId, facts)).toBe('delayInReasons')
  })

  test.each(taken)('may say: « %s »', (facts) => {
    expect(saying(procedureId, facts)).toBe('groundMissing')
  })
})

describe.each(['copie-acte', 'deces', 'naissance'])(
  'before a judge for whom no text that was read sets a delay, the reasons of a refusal of %s',
  (procedureId) => {
    // Two months are those of the administrative judge (CJA R421-1).
    test.each([
      'Vous avez deux mois pour contester ce refus.',
      'Vous avez un mois pour saisir le tribunal judiciaire.',
      'Vous avez deux mois pour saisir le procureur de la République.',
      'Vous pouvez saisir le procureur dans les deux mois.',
    ])('don’t say one: « %s »', (facts) => {
      expect(saying(procedureId, facts)).toBe('delayInReasons')
    })

    test.each([
      'Vous pouvez revenir dans deux mois.',
      'Vous pouvez saisir le procureur de la République.',
      'Vous pouvez saisir le procureur de la République pendant un mois encore pour régler le nom.',
    ])('may say: « %s »', (facts) => {
      expect(saying(procedureId, facts)).toBe('articleMissing')
    })
  },
)

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
      'Si vous demeurez à l’étranger, vous avez trois mois pour contester cette décision.',
      'Si vous demeurez outre-mer, vous avez un mois pour contester cette décision.',
      'Si vous demeurez outre-mer, vous avez quatre mois pour contester cette décision.',
      'Vous pouvez contester cette décision et saisir le tribunal dans un délai d’un mois.',
      'Cette décision ne peut être contestée que dans un délai d’un mois.',
      'Le délai de recours n’est que de huit jours.',
      'Vous pouvez saisir le tribunal judiciaire dans le mois pour faire annuler ce refus.',
      'Vous pouvez saisir le tribunal dans le mois pour faire valoir vos droits.',
      'Vous pouvez saisir le préfet du Val-d’Oise dans les quinze jours.',
      'Vous pouvez saisir le préfet d’Ille-et-Vilaine dans les quinze jours.',
      'Vous pouvez saisir le préfet d’Indre-et-Loire dans les quinze jours.',
      'Vous pouvez saisir le préfet de Saône-et-Loire dans les quinze jours.',
      'Vous pouvez saisir le préfet du Maine-et-Loire dans les quinze jours.',
      'Vous pouvez saisir le préfet du Loir-et-Cher dans les quinze jours.',
      'Vous pouvez saisir le préfet d’Eure-et-Loir dans les quinze jours.',
      'Vous pouvez saisir le préfet des Vosges dans les quinze jours.',
      'Vous pouvez saisir le procureur de la République de Melun dans les quinze jours.',
      'Vous pouvez former un recours auprès de la préfecture dans les quinze jours.',
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
      'Vous pouvez adresser un recours au préfet, qui répond dans le mois.',
      'Vous pouvez adresser un recours au préfet, qui doit répondre dans un délai d’un mois.',
      'Saisissez le préfet de l’Essonne, qui statue dans un délai d’un mois.',
      'Le préfet est saisi d’un recours auquel il répond dans un délai d’un mois.',
      'Vous pouvez former un recours auprès du préfet, qui statue dans le mois.',
      'Saisissez le préfet de l’Essonne si votre visa expire dans le mois.',
      'Vous pouvez adresser un recours au préfet ou déposer une nouvelle demande dans un mois.',
      'Dans un délai de dix ans, vous pouvez saisir le tribunal judiciaire pour contester la paternité.',
      'Dans un délai de cinq ans, vous pouvez saisir le juge aux affaires familiales pour le partage des biens.',
      'Dans le mois, vous pouvez saisir le juge de l’exécution pour demander des délais.',
      'La personne doit faire un recours auprès de son assurance dans les cinq jours.',
      'Merci de faire un recours auprès de la CAF dans le mois.',
      'Dans le mois, adressez un recours amiable à votre caisse.',
      'Le demandeur doit déposer un recours auprès de la commission de médiation dans le mois.',
      'Saisissez le préfet dans le mois précédant la fin de votre visa.',
      'Vous pouvez saisir le préfet de l’Essonne dans les quatre mois avant la fin de votre titre de séjour.',
      'Vous pouvez saisir le préfet de l’Essonne du changement d’adresse dans un délai de trois mois.',
      'Saisissez le recteur du refus de dérogation dans les huit jours.',
      'Saisissez le procureur de ces faits dans les six ans.',
      'Le préfet de l’Essonne peut être saisi d’un recours par les tiers dans un délai d’un an.',
      'Le préfet peut être saisi d’un recours du conseil municipal dans un délai de trois mois.',
      'Si vous demeurez outre-mer, vous avez trois mois pour contester cette décision.',
      'Le délai de recours est de quatre mois pour les personnes qui demeurent à l’étranger (CJA, art. R421-7).',
      'Vous pouvez former un recours devant le préfet, dont le silence pendant un mois vaut rejet.',
      'Le préfet de l’Essonne est saisi d’un recours qu’il doit examiner dans un délai d’un mois.',
      'Vous pouvez adresser un recours au préfet, réputé rejeté sans réponse dans le mois.',
      'Vous pouvez saisir le préfet de l’Essonne quand votre titre expire dans les trois mois.',
      'Vous pouvez saisir le préfet de l’Essonne ou revenir dans un mois.',
      'Vous pouvez contester ce refus et présenter une nouvelle demande dans un mois.',
      'Saisissez le juge des tutelles dans les quinze jours.',
      'Saisissez le tribunal de police dans les trente jours.',
      'Saisissez le tribunal judiciaire dans le mois pour faire fixer la résidence de l’enfant.',
      'Vous pouvez saisir le tribunal judiciaire d’une action en bornage dans un délai de cinq ans.',
      'Saisissez le tribunal administratif de Nantes du refus de visa dans les trente jours.',
      'La ministre doit être saisie d’un recours par le conseil municipal dans un délai de trois mois.',
      'Vous pouvez saisir le tribunal administratif dans les trois mois si vous demeurez en Guadeloupe (CJA, art. R421-7).',
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
      'Vous pouvez adresser un recours gracieux au maire dans les quinze jours.',
      'Adressez un recours au maire dans les quinze jours.',
      'Vous pouvez adresser un recours à la mairie dans les quinze jours.',
      'Adressez un recours gracieux à Monsieur le Maire dans les quinze jours.',
      'Vous pouvez former un recours gracieux auprès de Monsieur le Maire dans un délai de quinze jours.',
      'Vous pouvez former un recours gracieux auprès de Madame la maire dans un délai de quinze jours.',
      'Vous pouvez former un recours gracieux auprès de mes services dans un délai de quinze jours.',
      'Vous pouvez former un recours gracieux auprès de l’auteur de la décision dans un délai de quinze jours.',
      'Vous pouvez contester cette décision et demander son annulation dans un délai d’un mois.',
      'Vous pouvez contester cette décision si vous le souhaitez dans un délai d’un mois.',
      'Vous avez un mois pour saisir le tribunal administratif du refus de votre demande.',
      'Vous avez un mois pour saisir le tribunal administratif du refus de votre permis.',
      'Vous avez un mois pour saisir le tribunal administratif pour excès de pouvoir.',
    ],
    [
      'Vous avez deux mois pour saisir le tribunal administratif.',
      'Vous avez un mois pour former un recours gracieux.',
      'Un recours gracieux contre cette décision peut être formé dans le mois.',
      'Recours gracieux : un mois.',
      'Vous avez un mois pour saisir le préfet.',
      'Délai de recours : deux mois.',
      'Vous pouvez adresser un recours au maire dans le mois.',
      'Le préfet de la Manche peut être saisi d’un recours hiérarchique, auquel il répond dans les deux mois.',
      'Dans le mois, vous pouvez adresser un recours gracieux au maire et, dans les deux mois, saisir le tribunal.',
      'Dans les deux mois, vous pouvez saisir le tribunal ou, dans le mois, adresser un recours gracieux au maire.',
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

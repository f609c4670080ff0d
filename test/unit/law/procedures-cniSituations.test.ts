import { expect, test } from 'vitest'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { tellSituations, type Told } from '../../fixtures/situations.ts'

/** Besides the photo and the form or the online request, which everyone brings. */
const situations: readonly Told[] = [
  {
    situation: 'an adult renews with a card that is still good, in a home of their own',
    interview: [
      ['personne', 'majeure'],
      ['ancienne-carte', 'présentée'],
      ['validite-carte', 'oui'],
      ['logement', 'le sien'],
    ],
    case: 'renouvellement, ancienne carte présentée',
    required: ['ancienne-carte', 'justificatif-domicile'],
    notRequired: ['acte-naissance'],
    cents: 0,
  },
  {
    situation: 'an old card, but a passport expired for less than five years, and a host',
    interview: [
      ['personne', 'majeure'],
      ['ancienne-carte', 'présentée'],
      ['validite-carte', 'non'],
      ['passeport', 'moins de 5 ans'],
      ['logement', 'hébergée'],
    ],
    case: 'renouvellement, ancienne carte présentée',
    required: ['ancienne-carte', 'justificatif-hebergeant', 'attestation-hebergement', 'identite-hebergeant'],
    notRequired: ['acte-naissance'],
    cents: 0,
  },
  {
    situation: 'a lost card and a valid passport: declaration and stamp, no birth certificate',
    interview: [
      ['personne', 'majeure'],
      ['ancienne-carte', 'perdue'],
      ['passeport', 'valide'],
      ['logement', 'le sien'],
      ['tarif', 'entier'],
    ],
    case: 'renouvellement, carte perdue',
    required: ['declaration-perte', 'timbre', 'justificatif-domicile'],
    notRequired: ['acte-naissance'],
    cents: 2500,
  },
  {
    situation: 'a stolen card, no passport, born where acts are sent by COMEDEC: the act may not be asked',
    interview: [
      ['personne', 'majeure'],
      ['ancienne-carte', 'volée'],
      ['passeport', 'aucun'],
      ['comedec', 'oui'],
      ['nationalite-acte', 'suffit'],
      ['logement', 'le sien'],
      ['tarif', 'entier'],
    ],
    case: 'renouvellement, carte volée',
    required: ['declaration-vol', 'timbre', 'justificatif-domicile'],
    mayNotBeAsked: ['acte-naissance'],
    cents: 2500,
  },
  {
    situation: 'a lost card, no passport, born elsewhere, nationality not shown by the act',
    interview: [
      ['personne', 'majeure'],
      ['ancienne-carte', 'perdue'],
      ['passeport', 'aucun'],
      ['comedec', 'non'],
      ['nationalite-acte', 'ne suffit pas'],
      ['logement', 'le sien'],
      ['tarif', 'entier'],
    ],
    case: 'renouvellement, carte perdue',
    required: [
      'declaration-perte',
      'timbre',
      'justificatif-domicile',
      'acte-naissance',
      'justificatif-nationalite',
    ],
    cents: 2500,
  },
  {
    situation: 'a minor with a parent: their identity and their authority are proved',
    interview: [
      ['personne', 'mineure'],
      ['ancienne-carte', 'présentée'],
      ['validite-carte', 'oui'],
      ['logement', 'le sien'],
      ['adresses-titre', 'habituelle'],
    ],
    case: 'renouvellement, mineur, ancienne carte présentée',
    required: ['ancienne-carte', 'justificatif-domicile', 'identite-representant', 'preuve-autorite'],
    notRequired: ['acte-naissance'],
    cents: 0,
  },
  {
    situation: 'nobody is without a domicile: an election of domicile stands for it',
    interview: [
      ['personne', 'majeure'],
      ['ancienne-carte', 'présentée'],
      ['validite-carte', 'oui'],
      ['logement', 'aucun'],
    ],
    case: 'renouvellement, ancienne carte présentée',
    required: ['ancienne-carte', 'election-domicile'],
    notRequired: ['justificatif-domicile', 'acte-naissance'],
    cents: 0,
  },
  {
    situation: 'the supplier confirms the address: no paper for the domicile',
    interview: [
      ['personne', 'majeure'],
      ['ancienne-carte', 'présentée'],
      ['validite-carte', 'oui'],
      ['logement', 'fournisseur'],
    ],
    case: 'renouvellement, ancienne carte présentée',
    required: ['ancienne-carte'],
    notRequired: ['justificatif-domicile', 'acte-naissance'],
    cents: 0,
  },
  {
    situation: 'a first card for a child: no former card, no stamp',
    interview: [
      ['personne', 'mineure'],
      ['ancienne-carte', 'aucune'],
      ['passeport', 'aucun'],
      ['comedec', 'non'],
      ['nationalite-acte', 'suffit'],
      ['logement', 'le sien'],
      ['adresses-titre', 'habituelle'],
    ],
    case: 'première demande, mineur',
    required: ['justificatif-domicile', 'identite-representant', 'preuve-autorite', 'acte-naissance'],
    cents: 0,
  },
  {
    situation:
      'two addresses on the card of a child who lives with each parent in turn: both are proved, and the arrangement',
    interview: [
      ['personne', 'mineure'],
      ['ancienne-carte', 'présentée'],
      ['validite-carte', 'oui'],
      ['logement', 'le sien'],
      ['adresses-titre', 'alternée'],
    ],
    case: 'renouvellement, mineur, ancienne carte présentée',
    required: [
      'ancienne-carte',
      'justificatif-domicile',
      'identite-representant',
      'preuve-autorite',
      'residence-alternee',
      'justificatif-second-parent',
    ],
    notRequired: ['acte-naissance'],
    cents: 0,
  },
  {
    situation: 'an adult under guardianship, alone or with the guardian, shows the judgment',
    interview: [
      ['personne', 'en tutelle'],
      ['ancienne-carte', 'présentée'],
      ['validite-carte', 'oui'],
      ['logement', 'le sien'],
    ],
    case: 'renouvellement, tutelle, ancienne carte présentée',
    required: ['ancienne-carte', 'justificatif-domicile', 'jugement-tutelle', 'identite-tuteur'],
    notRequired: ['acte-naissance'],
    cents: 0,
  },
]

tellSituations(
  'cni',
  situations.map(({ required, mayNotBeAsked = [], ...told }) => ({
    ...told,
    required: ['photo', ...required],
    alternative: ['pre-demande', 'formulaire'],
    mayNotBeAsked: ['copie-certifiee-conforme', ...mayNotBeAsked],
  })),
)

test.each(['cni', 'passeport'])(
  'a child who lives with each parent in turn proves one domicile, unless the title of %s is to bear both',
  (procedureId) => {
    const titles = shippedCatalogue().procedures.find((one) => one.procedureId === procedureId)!
    expect(titles.rules[`${procedureId} . résidence`]).toMatchObject({
      question: 'Le titre doit-il porter deux adresses, l’enfant vivant en résidence alternée ?',
    })
  },
)

import type { Text } from '../../contract/text.ts'

/** The most letters of a label of the kiosk's first screen that this program ships: it stands on one line. */
export const longestLabel = 30

/**
 * What a procedure is called on a button, where its own title has more than thirty letters in some language, or says it
 * in words that few people use. Papers and the counter keep the title.
 */
export const shortTitles: Readonly<Record<string, Required<Text>>> = {
  cni: {
    fr: 'Carte nationale d’identité',
    en: 'National identity card',
    es: 'Documento de identidad',
    ar: 'بطاقة الهوية الوطنية',
    uk: 'Національне посвідчення особи',
  },
  'attestation-accueil': {
    fr: 'Attestation d’accueil',
    en: 'Host certificate for a visit',
    es: 'Certificado de acogida',
    ar: 'شهادة استقبال',
    uk: 'Посвідчення про прийом гостя',
  },
  c2s: {
    fr: 'Complémentaire santé solidaire',
    en: 'Complementary health cover',
    es: 'Seguro médico complementario',
    ar: 'التأمين الصحي التكميلي',
    uk: 'Додаткове медичне покриття',
  },
  'carte-grise': {
    fr: 'Adresse sur la carte grise',
    en: 'Vehicle registration address',
    es: 'Dirección del vehículo',
    ar: 'عنوان بطاقة تسجيل المركبة',
    uk: 'Адреса у техпаспорті',
  },
  'copie-acte': {
    fr: 'Copie d’acte d’état civil',
    en: 'Copy of a civil record',
    es: 'Copia de un acta civil',
    ar: 'نسخة من سجل الحالة المدنية',
    uk: 'Копія акта цивільного стану',
  },
  elections: {
    fr: 'Inscription électorale',
    en: 'Registering to vote',
    es: 'Inscripción electoral',
    ar: 'التسجيل في اللائحة الانتخابية',
    uk: 'Внесення до списку виборців',
  },
  pacs: {
    fr: 'Pacte civil de solidarité',
    en: 'Civil partnership (Pacs)',
    es: 'Pacto civil (Pacs)',
    ar: 'الميثاق المدني (باكس)',
    uk: 'Цивільний договір (Pacs)',
  },
  'prestations-familiales': {
    fr: 'Prestations familiales',
    en: 'Family benefits',
    es: 'Prestaciones familiares',
    ar: 'الإعانات العائلية',
    uk: 'Сімейні допомоги',
  },
  'prime-activite': {
    fr: 'Prime d’activité',
    en: 'In-work benefit',
    es: 'Prima de actividad',
    ar: 'علاوة النشاط',
    uk: 'Доплата працюючим',
  },
  rsa: {
    fr: 'RSA',
    en: 'RSA (income support)',
    es: 'RSA (renta de solidaridad)',
    ar: 'دخل التضامن النشط (RSA)',
    uk: 'RSA (допомога на прожиття)',
  },
  urbanisme: {
    fr: 'Permis de construire, travaux',
    en: 'Building permit, works',
    es: 'Licencia de obras',
    ar: 'رخصة بناء، تصريح بالأشغال',
    uk: 'Дозвіл на будівництво',
  },
}

/** A motive as the kiosk's buttons name it. */
export const labelOf = ({
  procedureId,
  purpose,
  title,
}: {
  readonly procedureId: string | null
  readonly purpose: string
  readonly title: Text
}): Text => (purpose === 'request' && procedureId !== null ? (shortTitles[procedureId] ?? title) : title)

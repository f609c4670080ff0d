import type { Language } from '../contract/text.ts'

/** What the page of a ticket and its notice say to the person who holds it, on their own telephone. */
export type FollowTexts = {
  readonly title: string
  readonly number: string
  readonly code: string
  readonly codeHelp: string
  readonly see: string
  readonly unknown: string
  readonly tooMany: string
  readonly ahead: (people: number) => string
  readonly wait: (low: number, high: number) => string
  readonly noWait: string
  readonly state: Readonly<
    Record<'waiting' | 'called' | 'serving' | 'parked' | 'absent' | 'ended', (counter: string) => string>
  >
  readonly renewed: string
  readonly stop: string
  readonly again: string
  readonly languages: string
  readonly notice: (number: string, office: string, ahead: string) => string
  readonly subject: (number: string) => string
}

const plural = (locale: string, forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>) => {
  const rules = new Intl.PluralRules(locale)
  return (n: number): string => (forms[rules.select(n)] ?? forms.other ?? '').replace('#', String(n))
}

const frAhead = plural('fr', { one: '# personne avant vous', other: '# personnes avant vous' })
const enAhead = plural('en', { one: '# person before you', other: '# people before you' })
const esAhead = plural('es', { one: '# persona antes que usted', other: '# personas antes que usted' })
const ukAhead = plural('uk', {
  one: 'Перед вами # людина',
  few: 'Перед вами # людини',
  many: 'Перед вами # людей',
  other: 'Перед вами # людей',
})
const arAhead = plural('ar', {
  one: 'شخص واحد قبلك',
  two: 'شخصان قبلك',
  few: '# أشخاص قبلك',
  many: '# شخصًا قبلك',
  other: '# شخص قبلك',
})

const fr: FollowTexts = {
  title: 'Votre tour',
  number: 'Numéro',
  code: 'Code du ticket',
  codeHelp: 'Huit lettres et chiffres, imprimés sur le ticket.',
  see: 'Voir',
  unknown: 'Aucun ticket d’aujourd’hui ne porte ce code. Vérifiez-le, ou demandez à l’accueil.',
  tooMany: 'Trop de demandes. Attendez une minute, puis recommencez.',
  ahead: (people) => (people === 0 ? 'Vous êtes le prochain ou la prochaine.' : `${frAhead(people)}.`),
  wait: (low, high) => `Attente : de ${low} à ${high} minutes environ`,
  noWait: 'L’attente n’est pas connue.',
  state: {
    waiting: () => 'Vous attendez',
    called: (counter) => `C’est à vous : ${counter}`,
    serving: (counter) => `On vous reçoit : ${counter}`,
    parked: () => 'Revenez à l’accueil quand vous êtes de retour.',
    absent: () => 'Votre numéro a été appelé. Allez à l’accueil.',
    ended: () => 'Ce passage est terminé.',
  },
  renewed: 'Renouveler toutes les vingt secondes',
  stop: 'Arrêter le renouvellement',
  again: 'Renouveler la page',
  languages: 'Langues',
  notice: (number, office, ahead) =>
    `${office} : votre tour approche (${number}). ${ahead} Ne répondez pas ; votre numéro est effacé.`,
  subject: (number) => `Votre tour approche : ${number}`,
}

const en: FollowTexts = {
  title: 'Your turn',
  number: 'Number',
  code: 'Ticket code',
  codeHelp: 'Eight letters and digits, printed on the ticket.',
  see: 'See',
  unknown: 'No ticket of today has this code. Check it, or ask at reception.',
  tooMany: 'Too many requests. Wait a minute, then try again.',
  ahead: (people) => (people === 0 ? 'You are next.' : `${enAhead(people)}.`),
  wait: (low, high) => `Wait: about ${low} to ${high} minutes`,
  noWait: 'The wait is not known.',
  state: {
    waiting: () => 'You are waiting',
    called: (counter) => `It is your turn: ${counter}`,
    serving: (counter) => `You are being received: ${counter}`,
    parked: () => 'Go to reception when you are back.',
    absent: () => 'Your number was called. Go to reception.',
    ended: () => 'This visit is over.',
  },
  renewed: 'Renew every twenty seconds',
  stop: 'Stop renewing',
  again: 'Renew the page',
  languages: 'Languages',
  notice: (number, office, ahead) =>
    `${office}: your turn is near (${number}). ${ahead} Do not reply; your number is erased.`,
  subject: (number) => `Your turn is near: ${number}`,
}

const es: FollowTexts = {
  title: 'Su turno',
  number: 'Número',
  code: 'Código del tique',
  codeHelp: 'Ocho letras y cifras, impresas en el tique.',
  see: 'Ver',
  unknown: 'Ningún tique de hoy lleva este código. Compruébelo o pregunte en recepción.',
  tooMany: 'Demasiadas peticiones. Espere un minuto y vuelva a intentarlo.',
  ahead: (people) => (people === 0 ? 'Usted es el siguiente o la siguiente.' : `${esAhead(people)}.`),
  wait: (low, high) => `Espera: de ${low} a ${high} minutos aproximadamente`,
  noWait: 'No se conoce la espera.',
  state: {
    waiting: () => 'Usted está esperando',
    called: (counter) => `Es su turno: ${counter}`,
    serving: (counter) => `Le están atendiendo: ${counter}`,
    parked: () => 'Vaya a recepción cuando vuelva.',
    absent: () => 'Su número ha sido llamado. Vaya a recepción.',
    ended: () => 'Esta visita ha terminado.',
  },
  renewed: 'Renovar cada veinte segundos',
  stop: 'Dejar de renovar',
  again: 'Renovar la página',
  languages: 'Idiomas',
  notice: (number, office, ahead) =>
    `${office}: su turno se acerca (${number}). ${ahead} No responda; su número queda borrado.`,
  subject: (number) => `Su turno se acerca: ${number}`,
}

const ar: FollowTexts = {
  title: 'دورك',
  number: 'الرقم',
  code: 'رمز التذكرة',
  codeHelp: 'ثمانية أحرف وأرقام مطبوعة على التذكرة.',
  see: 'عرض',
  unknown: 'لا توجد تذكرة اليوم بهذا الرمز. تحقق منه أو اسأل الاستقبال.',
  tooMany: 'طلبات كثيرة. انتظر دقيقة ثم حاول من جديد.',
  ahead: (people) => (people === 0 ? 'أنت التالي.' : `${arAhead(people)}.`),
  wait: (low, high) => `الانتظار: من ${low} إلى ${high} دقيقة تقريبًا`,
  noWait: 'مدة الانتظار غير معروفة.',
  state: {
    waiting: () => 'أنت في الانتظار',
    called: (counter) => `حان دورك: ${counter}`,
    serving: (counter) => `يجري استقبالك: ${counter}`,
    parked: () => 'توجه إلى الاستقبال عند عودتك.',
    absent: () => 'نودي على رقمك. توجه إلى الاستقبال.',
    ended: () => 'انتهت هذه الزيارة.',
  },
  renewed: 'تجديد كل عشرين ثانية',
  stop: 'إيقاف التجديد',
  again: 'تجديد الصفحة',
  languages: 'اللغات',
  notice: (number, office, ahead) =>
    `${office}: اقترب دورك (${number}). ${ahead} لا ترد على هذه الرسالة؛ تم حذف رقمك.`,
  subject: (number) => `اقترب دورك: ${number}`,
}

const uk: FollowTexts = {
  title: 'Ваша черга',
  number: 'Номер',
  code: 'Код талона',
  codeHelp: 'Вісім літер і цифр, надрукованих на талоні.',
  see: 'Показати',
  unknown: 'Немає сьогоднішнього талона з таким кодом. Перевірте його або запитайте на рецепції.',
  tooMany: 'Забагато запитів. Зачекайте хвилину й спробуйте знову.',
  ahead: (people) => (people === 0 ? 'Ви наступні.' : `${ukAhead(people)}.`),
  wait: (low, high) => `Очікування: приблизно від ${low} до ${high} хвилин`,
  noWait: 'Час очікування невідомий.',
  state: {
    waiting: () => 'Ви очікуєте',
    called: (counter) => `Ваша черга: ${counter}`,
    serving: (counter) => `Вас приймають: ${counter}`,
    parked: () => 'Підійдіть на рецепцію, коли повернетеся.',
    absent: () => 'Ваш номер викликали. Підійдіть на рецепцію.',
    ended: () => 'Цей візит завершено.',
  },
  renewed: 'Оновлювати кожні двадцять секунд',
  stop: 'Зупинити оновлення',
  again: 'Оновити сторінку',
  languages: 'Мови',
  notice: (number, office, ahead) =>
    `${office}: ваша черга наближається (${number}). ${ahead} Не відповідайте; ваш номер видалено.`,
  subject: (number) => `Ваша черга наближається: ${number}`,
}

/** By language; another language is one more entry that satisfies the type. */
export const followTexts: Readonly<Record<Language, FollowTexts>> = { fr, en, es, ar, uk }

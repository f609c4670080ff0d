import { exchangeUk } from '../exchange.uk.ts'
import { kioskUk } from '../kiosk.uk.ts'
import { plural, type PublicLanguage } from './language.ts'

const ahead = plural('uk', {
  one: 'Перед вами # людина',
  few: 'Перед вами # людини',
  many: 'Перед вами # людей',
  other: 'Перед вами # людей',
})
const minutes = plural('uk', { one: '# хвилина', few: '# хвилини', many: '# хвилин', other: '# хвилини' })
const waiting = plural('uk', { one: '# чекає', other: '# чекають' })

/** All that the public reads in Ukrainian. */
export const uk: PublicLanguage = {
  direction: 'ltr',
  kiosk: kioskUk,
  exchange: exchangeUk,
  follow: {
    title: 'Ваша черга',
    number: 'Номер',
    code: 'Код талона',
    codeHelp: 'Вісім літер і цифр, надрукованих на талоні.',
    see: 'Показати',
    unknown: 'Немає сьогоднішнього талона з таким кодом. Перевірте його або запитайте на рецепції.',
    tooMany: 'Забагато запитів. Зачекайте хвилину й спробуйте знову.',
    ahead: (people) => (people === 0 ? 'Ви наступні.' : `${ahead(people)}.`),
    wait: (low, high) => `Очікування: приблизно ${low}–${minutes(high)}`,
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
  },
  paper: {
    reprint: 'Надруковано повторно після збою друку',
    replaces: 'Замінює втрачений талон',
    estimated: (at) => `Оцінка о ${at}: одна людина з десяти чекає довше.`,
    beforeClosing: {
      sure: 'Вас мають прийняти до закриття.',
      likely: 'Вас, імовірно, приймуть до закриття.',
      unlikely: 'Малоймовірно, що вас приймуть до закриття.',
    },
    bring: 'Майте із собою:',
    leaving: 'Якщо мусите піти, скажіть про це терміналу або рецепції: ваш візит буде засвідчено.',
    bound: 'Цей талон прив’язаний до вашої заяви.',
    rule: 'Правило виклику вивішено, його друкують на прохання.',
    onArrival: 'Коли прийдете, назвіть цей код на рецепції або введіть його на терміналі: вам дадуть талон.',
    cannotCome: (ways) => `Якщо не можете прийти, попередьте службу: ${ways}. Місце отримає інша людина.`,
    obligations: 'Цей папір каже французькою, що має зробити кожна сторона і до якої дати.',
    usually: 'Що зазвичай просять для цієї процедури',
  },
  room: {
    takeTicket: 'Візьміть талон',
    shownHere: 'Ваш номер з’явиться тут',
    wait: (low, high) => (low === high ? minutes(high) : `${low}–${minutes(high)}`),
    nobody: 'без черги',
    waiting,
    noCounter: 'вікна закриті',
    closed: 'зачинено',
    lastTickets: (at) => `Останні талони до ${at}`,
    order: ({ appointments, weighted }) =>
      `Пріоритети${appointments ? ', записи' : ''}, потім ${weighted ? 'очікування за цільовим строком' : 'порядок прибуття'}`,
    law: 'Пріоритет картки «mobilité inclusion»: CASF, art. L241-3',
  },
}

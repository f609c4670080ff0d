import { inLanguage } from '../../../contract/text.ts'
import type { KioskTexts } from '../fr/kiosk.ts'
import { formsIn, listIn, timesIn } from '../../format/inLocale.ts'
import { hoursOf, roughTime } from '../../waits/roughTime.ts'

const nbsp = '\u00a0'
const { hour, day } = timesIn('uk-UA')
const forms = formsIn('uk')
const list = listIn('uk')
const minuteWord = (count: number) => forms(count, { one: 'хвилина', few: 'хвилини', other: 'хвилин' })
const minutes = (count: number) => `${count}${nbsp}${minuteWord(count)}`
const hours = (count: number) => (count < 60 ? `${count}${nbsp}хв` : inHours(...hoursOf(count)))
const inHours = (whole: number, rest: number) =>
  `${whole}${nbsp}год${rest === 0 ? '' : `${nbsp}${rest}${nbsp}хв`}`
const decimal = (count: number) => String(count / 60).replace('.', ',')
const span = (low: number, high: number): string => {
  const format = high < 60 ? String : hours
  if (high < 1) return 'менше 1'
  if (low === high) return format(high)
  // « 4–4,5 год »: a wait of hours is said by the half hour.
  if (low >= 60) return `${decimal(low)}–${decimal(high)}${nbsp}год`
  return low < 1 ? `до ${format(high)}` : `${format(low)}${high < 60 ? '–' : ' – '}${format(high)}`
}
const waiting = (count: number) =>
  `${count}${nbsp}${forms(count, { one: 'особа чекає', few: 'особи чекають', other: 'осіб чекають' })}`
/** « about 18 hours », in the genitive that « близько » asks for: a length, never to be read as an hour of the clock. */
const rough = (free: number): string => {
  const { count, unit } = roughTime(free)
  const word =
    unit === 'hours'
      ? forms(count, { one: 'години', other: 'годин' })
      : forms(count, { one: 'хвилини', other: 'хвилин' })
  return `близько${nbsp}${count}${nbsp}${word}`
}

/** All that the kiosk says, in Ukrainian. */
export const kioskUk: KioskTexts = {
  language: 'Українська',
  languages: 'Мова',
  back: 'Назад',
  more: 'Нижче є ще',
  restart: 'На початок',
  goOn: 'Далі',
  yes: 'Так',
  no: 'Ні',
  hour,
  dayAndHour: (at, zone) => `${day(at, zone)}, ${hour(at, zone)}`,

  choose: 'З якого питання ви прийшли?',
  chooseHelp: 'Виберіть головне; інші працівник теж зможе розглянути.',
  chooseService: 'Спершу виберіть службу.',
  messages: 'Повідомлення установи',
  moreMessages: (others) =>
    `ще ${others}${nbsp}${forms(others, { one: 'повідомлення', few: 'повідомлення', other: 'повідомлень' })}`,
  otherWays: 'Запис, пріоритет, уже взятий талон, правило',
  otherChoice: 'Інше, або не знаю',
  otherChoiceHelp: 'Усі питання цього прийому',
  nobodyWaits: 'Ніхто не чекає',
  peopleWait: waiting,
  waitShort: (low, high) => `Очікування: ${span(low, high)}${high < 60 ? `${nbsp}хв` : ''}`,
  noCounter: 'Для цього питання немає відкритого вікна',
  noCounterShort: 'Немає відкритого вікна',
  noCounterBefore: (at) => `Вікно відкриється о ${at}`,
  unlikelyShort: 'Можуть не прийняти',
  noTicketLeft: 'На сьогодні місць немає',
  ticketsLeft: (left) =>
    `Сьогодні ще ${left}${nbsp}${forms(left, { one: 'місце', few: 'місця', other: 'місць' })}`,
  serviceClosed: 'Служба наразі зачинена',
  byAppointment: 'За записом',
  lastTickets: (at) => `Останні талони: прийом закінчується о ${at}.`,
  resource: (free) =>
    free < 1
      ? 'Увесь сьогоднішній час прийому вже зайнято.'
      : `Вільний час прийому на сьогодні: ${rough(free)}, разом у всіх вікнах.`,

  waitFigure: span,
  waitUnit: (high) => (high < 60 ? `${high < 1 ? 'хвилини' : minuteWord(high)} очікування` : 'очікування'),
  waitingWords: (count) =>
    forms(count, {
      one: 'особа чекає перед вами',
      few: 'особи чекають перед вами',
      other: 'осіб чекають перед вами',
    }),
  nobodyBefore: 'Перед вами ніхто не чекає',
  countersOpen: (count) =>
    `${count}${nbsp}${forms(count, { one: 'вікно відкрите', few: 'вікна відкриті', other: 'вікон відкрито' })} для цього питання`,
  closesAt: (at) => `Прийом закінчується о ${at}.`,
  sure: (at) => `Вас мають прийняти до закриття о ${at}`,
  likely: (at) => `Імовірно, вас приймуть до закриття о ${at}`,
  unlikely: 'Сьогодні вас можуть не прийняти',
  callBetween: (from, to) => `Виклик очікується між ${from} та ${to}.`,
  closing: (at) => `Закриття о ${at}.`,
  whichWay: 'Що ви обираєте?',
  takeTicket: 'Взяти талон',
  mayGoOut: (at) => `Можете вийти: будьте тут о ${at}`,
  mayStay: 'Ваш прихід і номер залишаться записаними',
  bookFrom: (when) => `Від ${when}`,
  choices:
    'Ви можете все одно взяти талон або попросити довідку з датою про ваш прихід. Якщо вас не приймуть, це буде записано.',
  haveYou: 'Чи є у вас із собою?',
  somethingMissing: 'Чогось бракує? Усе одно візьміть талон: працівник скаже, що справді потрібно.',
  nothingToBring: 'Нічого готувати не треба. Працівник скаже, що потрібно.',
  take: 'Взяти талон',
  takeAnyway: 'Усе одно взяти талон',
  book: 'Записатися на прийом',
  certify: 'Довідка з датою',
  taking: 'Хвилинку, готуємо ваш талон…',
  asking: 'Хвилинку, будь ласка…',
  takingHelp: 'Ваш запит збережено: його буде враховано лише раз.',

  severalPeople: 'Кілька осіб',
  requests: (count) => `${count}${nbsp}${forms(count, { one: 'заява', few: 'заяви', other: 'заяв' })}`,
  requestsAsk: 'Для скількох осіб?',
  requestsHelp: 'Достатньо одного талона: рахуйте по одній заяві на кожну особу й кожен документ.',
  arrangement: 'Допомога на місці',
  arrangementsChosen: (count) => `Допомога на місці: ${count}`,
  arrangementsAsk: 'Що вам потрібно?',
  arrangementsHelp: 'Знатиме лише працівник. Медичну причину не питають.',
  inductionLoop: 'Індукційна петля',
  signLanguage: 'Французька жестова мова',
  seatedCall: 'Щоб по мене підійшли до мого місця',
  wheelchair: 'Вікно, доступне для крісла колісного',
  interpreter: 'Перекладач',
  screenOnly: 'Виклик на екрані, без голосу',

  priority: 'Я маю пріоритет',
  priorityShort: 'Пріоритет',
  priorityAsk: 'Який у вас пріоритет?',
  priorityProof:
    'Підтвердження подивляться у вікні, його не копіюють. Медичну причину не питають і не показують.',
  priorityLaw: 'Передбачено законом',
  priorityDeadline: 'Законний строк',
  priorityLocal: 'Місцеве правило, оприлюднене тут',
  companionAsk: 'Чи вас хтось супроводжує?',
  companionHelp: 'Особа, яка вас супроводжує, проходить з вами.',
  priorityAsked: 'Запитано пріоритет',
  priorityShow: 'показати у вікні',
  priorityNone: 'Без пріоритету',

  appointment: 'Я за записом',
  appointmentHow: 'Як знайти ваш запис?',
  byCode: 'За моїм кодом',
  byName: 'За моїм прізвищем',
  codeAsk: 'Який ваш код?',
  codeAskHelp: 'Він є у підтвердженні запису.',
  nameAsk: 'Яке ваше прізвище?',
  nameAskHelp: 'Пишіть латиницею. Воно зберігається лише до вашого виклику.',
  hourAsk: 'На яку годину ваш запис?',
  hourAskHelp: 'З таким прізвищем є кілька записів. Введіть чотири цифри, 0930 для 9:30.',
  appointmentUnknown: 'Такого запису не знайдено. Виправте або зверніться на рецепцію.',
  appointmentOtherDay: 'Цей запис не на сьогодні. Зверніться на рецепцію.',
  appointmentHere:
    'Ваш прихід уже записано. Загубили талон? Поверніться на початок і виберіть «Я маю талон».',
  appointmentSeveral: 'Таких записів кілька: введіть свій код або зверніться на рецепцію.',
  appointmentAt: (at) => `Ваш запис: ${at}.`,
  hourKept: (at) => `Час вашого прибуття до іншого відділення збережено: ${at}.`,
  appointmentLate: 'Дозволений час запізнення минув: ви чекаєте як особа без запису.',
  slotsAsk: 'Який час вам підходить?',
  slotsHelp: 'Імені не питають. Ви отримаєте код.',
  slotsNone: 'Наразі вільного часу немає. Зверніться на рецепцію.',
  slotTaken: 'Цей час щойно зайняли. Виберіть інший.',
  booked: 'Вас записано',
  bookedCode: 'Ваш код, назвіть його, коли прийдете',
  noPaperCode: 'Запишіть цей код або сфотографуйте цей екран.',

  serviceClosedHelp: 'Талонів для цього питання не видають. Довідка з датою може засвідчити ваш прихід.',
  closedSince: (at) => `Зачинено з ${at}.`,
  byAppointmentHelp: 'З цього питання приймають за записом.',
  certifyAsk: 'Довідка з датою про ваш прихід?',
  certifyHelp:
    'У ній сказано, що ви приходили, коли, з якого питання і чому вас не прийняли. Вас не викликатимуть.',
  certifyYes: 'Так, зробити довідку',
  certified: 'Вашу довідку зроблено',
  certifiedPaper: 'Візьміть папір, що виходить під цим екраном, і збережіть його.',
  certifiedNoPaper: 'Запишіть цей номер: довідку вам видадуть на рецепції.',

  yourTicket: 'Ваш талон',
  ahead: (count) => (count === 0 ? 'Перед вами ніхто не чекає.' : `${waiting(count)} перед вами.`),
  paper: 'Візьміть папір, що виходить під цим екраном. Якщо не виходить, запишіть свій номер.',
  noPaper: 'Запишіть свій номер або сфотографуйте цей екран.',
  printerTrouble:
    'Принтер термінала не працює; рецепцію повідомлено. Запишіть свій номер і цей код або сфотографуйте цей екран.',
  watch: 'Ваш номер покажуть і оголосять разом із номером вікна.',
  watchOnly: 'Ваш номер покажуть разом із номером вікна, без голосу.',
  code: 'Код заяви',
  done: 'Мій номер записано',
  donePrinted: 'Мій талон у мене',
  leave: 'Я йду',
  leaveAsk: 'Ви йдете, не чекаючи?',
  leaveHelp: 'Ваш вихід записується з часом, а ваше місце звільняється.',
  leaveYes: 'Так, я йду',
  leaveNo: 'Ні, я чекаю',
  left: (number) => `Вихід за талоном ${number} записано`,
  leftAt: (at) => `О ${at}. Ваш прихід записано. По письмове підтвердження зверніться на рецепцію.`,

  haveTicket: 'Я маю талон',
  haveTicketAsk: 'Що ви хочете зробити?',
  goAway: 'Я йду',
  goAwayHelp: 'Мій вихід записують, місце звільняється',
  amBack: 'Мене знову можна викликати',
  amBackHelp: 'Мене не було під час виклику, або працівник чекає на мене',
  lost: 'Талон загублено',
  lostHelp: 'Новий папір, те саме місце',
  passage: 'Переглянути мій візит',
  passageHelp: 'Час кожного етапу та видані документи',
  passageAsk: 'Який код вашого талона?',
  passageAskHelp: 'Він надрукований на папері. Ви також можете піднести папір до зчитувача.',
  passageTitle: 'Мій візит',
  passageSaid: 'Що установа записала про ваш візит. Цей текст французькою.',
  passagePrint: 'Надрукувати мій візит',
  passagePrinting: 'Ваш візит друкується під цим екраном.',
  passageNoPaper: 'Щоб мати його на папері, зверніться до приймальні з вашим талоном.',
  passageUnknown: 'Цей код не належить жодному талону. Виправте його або зверніться до приймальні.',
  numberAsk: 'Який ваш номер?',
  numberAskHelp: 'Він починається з літери.',
  ticketCodeAsk: (number) => `Який код талона ${number}?`,
  ticketCodeHelp: 'Він надрукований під номером.',
  lostAsk: (number) => `З якого питання талон ${number}?`,
  ticketUnknown: 'Такого номера сьогодні не видавали. Виправте або зверніться на рецепцію.',
  codeWrong: 'Це не відповідає талону. Виправте або зверніться на рецепцію.',
  calledAlready:
    'Цей номер більше не чекає: його викликали, або прийом закінчено. Подивіться на екран у залі.',
  notAway: 'Цей талон не записано як відсутній: ваше місце збережено, залишайтеся в залі.',
  ticketEnded: 'Прийом за цим талоном закінчено. Щоб повернутися, візьміть новий талон.',
  returned: 'Ваше повернення записано',
  rankKept: 'Ви знову на своєму місці.',
  rankOfNow: 'Час для повернення минув: ваше місце рахується від цієї хвилини.',
  replaced: 'Ваш новий талон',
  replacedHelp: 'Ваше місце збережено. Старий папір більше не дійсний.',

  ruleTitle: 'Порядок викликів',
  rule: ({ appointments, localGrounds, weighted, quotas, absentCalls, returnToleranceMinutes }) =>
    [
      `Спершу особи, яким пріоритет дає закон${localGrounds.length === 0 ? '' : ` або, за місцевим правилом, ${list(localGrounds.map((title) => `«${inLanguage(title, 'uk')}»`))}`}.`,
      appointments ? 'Потім ті, чий час запису настав.' : '',
      weighted
        ? 'Решта — за часом очікування порівняно зі строком кожної служби.'
        : 'Решта — у порядку приходу.',
      ...quotas.map(
        ({ service, tickets }) =>
          `${inLanguage(service, 'uk')}: за місцевим правилом, щодня не більше ${tickets}${nbsp}${forms(tickets, { one: 'талона', other: 'талонів' })}.`,
      ),
      returnToleranceMinutes === 0
        ? ''
        : `Виклики без відповіді: ${absentCalls}. Хто повертається за ${minutes(returnToleranceMinutes)}, займає своє місце.`,
      'Повне правило друкується французькою.',
    ]
      .filter(Boolean)
      .join(' '),
  ruleGrounds: 'Пріоритети, які тут визнають',
  rulePrint: 'Надрукувати правило',
  rulePrinting: 'Правило друкується під цим екраном.',
  ruleNoPrinter: 'Принтер недоступний. Правило вам дадуть на рецепції.',

  notDone: 'Цього не вдалося зробити',
  notDoneHelp: 'Нічого не записано. Спробуйте ще раз або зверніться на рецепцію.',
  closed: 'Прийом зачинено',
  closedHelp: 'Талонів наразі не видають. З усіх питань звертайтеся до працівника.',
  reopens: (when) => `Відчиняється: ${when}.`,
  away: 'Хвилинку, будь ласка',
  awayHelp: 'Цей термінал чекає на комп’ютер рецепції. Щоб не чекати, зверніться до працівника.',
  moreTime: 'Вам потрібно більше часу?',
  moreTimeHelp: (seconds) =>
    `Без відповіді цей екран повернеться на початок за ${seconds}${nbsp}${forms(seconds, { one: 'секунду', few: 'секунди', other: 'секунд' })}.`,
  moreTimeYes: 'Так, далі',
  moreTimeNo: 'Ні, я закінчую',
  restTitle: 'Що потрібно взяти з собою',
  restStart: 'Торкніться екрана, щоб почати',

  cutHelp:
    'Цей термінал втратив зв’язок із рецепцією. Він видає тимчасовий номер, який зберігає час вашого приходу.',
  provisionalTake: 'Взяти тимчасовий номер',
  provisionalKeeps: 'Цей номер тимчасовий: він зберігає час вашого приходу.',
  provisionalCalled:
    'Щойно зв’язок відновиться, він стане в чергу за цим часом, і вас викличуть за цим номером. Якщо чекаєте довго, покажіть його працівникові.',
  provisionalWait:
    'Зараз неможливо оцінити час очікування. Якщо маєте пріоритет або запис, зверніться до працівника.',
  provisionalYours: 'Ваш тимчасовий номер',
  provisionalAt: (at) => `Взято о ${at}. Він зберігає час вашого приходу.`,
  provisionalScreen: 'Його не надруковано: запишіть номер і код або сфотографуйте цей екран.',
  notice: 'Повідомити, коли наближається моя черга',
  noticeHow: 'Як вас повідомити?',
  noticeHelp: 'Лише одне повідомлення. Введене буде стерте, коли ваш прийом закінчиться.',
  noticeSms: 'Через SMS',
  noticeEmail: 'Електронною поштою',
  noticePhoneAsk: 'Який ваш номер телефону?',
  noticeEmailAsk: 'Яка ваша електронна адреса?',
  noticeYes: 'Погоджуюся, повідомте мене',
  noticeAsked: 'Вас повідомлять, коли наближатиметься ваша черга. Будьте на зв’язку.',
  noticeWrong: 'Цей номер або адреса неповні. Виправте.',
  noticeOff: 'Рецепція зараз не надсилає повідомлень. Дивіться на екран у залі.',
  follow: 'Стежте за чергою на своєму телефоні через мережу рецепції:',

  phone: 'Талон на мій телефон',
  phoneHelp: 'Сфотографуйте цей код телефоном. Він змінюється щохвилини й дає лише один талон.',
  agents: 'Працівники',
  access: 'Читання й досяжність',
  declaration: (level: 'whole' | 'part' | 'none'): string =>
    ({
      whole: 'Доступність: повна відповідність',
      part: 'Доступність: часткова відповідність',
      none: 'Доступність: немає відповідності',
    })[level],
  accessAsk: 'Як ви хочете читати цей екран?',
  accessHelp: 'Можна вибрати кілька. Вони діють, доки ви не закінчите, і не зберігаються.',
  spoken: 'Слухати екран',
  contrast: 'Високий контраст',
  large: 'Великі літери й кнопки',
  low: 'Усе внизу екрана',
  sign: 'Відео французькою жестовою мовою',
  signPlay: 'Увімкнути відео',
  signPause: 'Зупинити відео',
  signAgain: 'З початку',
  signText: 'Що сказано у відео',
  signFailed: 'Тут не вдається показати відео. Ось що в ньому сказано.',
  listen: 'Слухати:',
  spokenHelp:
    'Екран читається вголос. Стрілка вниз — далі. Стрілка вгору — назад на один. Enter — вибрати. Escape — повернутися.',
  aButton: 'кнопка',
  chosen: 'вибрано',
  notChosen: 'не вибрано',
  emptyField: 'ще нічого',

  erase: 'Стерти',
  space: 'Пробіл',
}

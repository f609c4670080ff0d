import { inLanguage } from '../../../contract/text.ts'
import type { KioskTexts } from '../fr/kiosk.ts'
import { formsIn, listIn, timesIn } from '../../format/inLocale.ts'
import { hoursOf, roughTime } from '../../waits/roughTime.ts'

const nbsp = '\u00a0'
const { hour, day } = timesIn('ar-TN')
const forms = formsIn('ar')
const list = listIn('ar')
/** A figure with its noun: one and two are said without a figure. */
const counted = (count: number, one: string, two: string, few: string, many: string): string =>
  forms(count, { one, two, few: `${count}${nbsp}${few}`, other: `${count}${nbsp}${many}` })
const minuteWord = (count: number) =>
  forms(count, { one: 'دقيقة', two: 'دقيقتان', few: 'دقائق', other: 'دقيقة' })
const minutes = (count: number) => counted(count, 'دقيقة', 'دقيقتين', 'دقائق', 'دقيقة')
const hours = (count: number) => (count < 60 ? minutes(count) : inHours(...hoursOf(count)))
/** « 4 hours and a half »; a wait of an hour or more is said by the half hour. */
const inHours = (whole: number, rest: number) =>
  `${counted(whole, 'ساعة', 'ساعتين', 'ساعات', 'ساعة')}${rest === 0 ? '' : ' ونصف'}`
const span = (low: number, high: number): string => {
  const format = high < 60 ? String : hours
  if (high < 1) return 'أقل من'
  if (low === high) return format(high)
  // « 4 to 4 hours and a half »: the word is said once.
  if (low >= 60)
    return `${Math.floor(low / 60)}${low % 60 === 0 ? '' : ' ونصف'}${nbsp}إلى${nbsp}${format(high)}`
  return low < 1 ? `حتى ${format(high)}` : `${format(low)}${nbsp}إلى${nbsp}${format(high)}`
}
const waiting = (count: number) =>
  counted(count, 'شخص واحد ينتظر', 'شخصان ينتظران', 'أشخاص ينتظرون', 'شخصًا ينتظرون')
/** « about 18 hours »: a length, never to be read as an hour of the clock. */
const rough = (free: number): string => {
  const { count, unit } = roughTime(free)
  return `حوالي${nbsp}${unit === 'hours' ? counted(count, 'ساعة', 'ساعتين', 'ساعات', 'ساعة') : minutes(count)}`
}
/** A number of a ticket or an hour keeps its own direction inside the sentence. */
const ltr = (text: string) => `\u2066${text}\u2069`

/** All that the kiosk says, in Arabic. */
export const kioskAr: KioskTexts = {
  language: 'العربية',
  languages: 'اللغة',
  back: 'رجوع',
  more: 'المزيد في الأسفل',
  restart: 'العودة إلى البداية',
  goOn: 'متابعة',
  yes: 'نعم',
  no: 'لا',
  hour,
  dayAndHour: (at, zone) => `${day(at, zone)} على الساعة ${hour(at, zone)}`,

  choose: 'ما هي معاملتك؟',
  chooseHelp: 'اختر المعاملة الرئيسية؛ ويمكن للموظف معالجة الأخرى.',
  chooseService: 'اختر المصلحة أولًا.',
  messages: 'رسائل من المكتب',
  moreMessages: (others) => counted(others, 'رسالة أخرى', 'رسالتان أخريان', 'رسائل أخرى', 'رسالة أخرى'),
  otherWays: 'موعد، أولوية، تذكرة سابقة، القاعدة',
  otherChoice: 'معاملة أخرى، أو لا أعرف',
  otherChoiceHelp: 'كل معاملات هذا الاستقبال',
  nobodyWaits: 'لا أحد ينتظر',
  peopleWait: waiting,
  waitShort: (low, high) =>
    `الانتظار: ${span(low, high)}${high < 60 ? `${nbsp}${minuteWord(Math.max(1, high))}` : ''}`,
  noCounter: 'لا يوجد شباك مفتوح لهذه المعاملة',
  noCounterShort: 'لا يوجد شباك مفتوح',
  noCounterBefore: (at) => `لا شباك قبل الساعة ${ltr(at)}`,
  unlikelyShort: 'قد لا يتم استقبالك اليوم',
  noTicketLeft: 'لا دور متاح اليوم',
  ticketsLeft: (left) => `بقي اليوم ${counted(left, 'دور واحد', 'دوران', 'أدوار', 'دورًا')}`,
  serviceClosed: 'المصلحة مغلقة حاليًا',
  byAppointment: 'بموعد',
  lastTickets: (at) => `آخر التذاكر: يغلق الاستقبال على الساعة ${at}.`,
  resource: (free) =>
    free < 1
      ? 'كل وقت الشبابيك لهذا اليوم محجوز.'
      : `وقت الشبابيك المتبقي اليوم: ${rough(free)}، لجميع الشبابيك معًا.`,

  waitFigure: span,
  waitUnit: (high) => (high < 60 ? `${minuteWord(Math.max(1, high))} من الانتظار` : 'من الانتظار'),
  waitingWords: (count) =>
    forms(count, {
      one: 'شخص ينتظر قبلك',
      two: 'شخصان ينتظران قبلك',
      few: 'أشخاص ينتظرون قبلك',
      other: 'شخصًا ينتظرون قبلك',
    }),
  nobodyBefore: 'لا أحد ينتظر قبلك',
  countersOpen: (count) =>
    `${counted(count, 'شباك واحد مفتوح', 'شباكان مفتوحان', 'شبابيك مفتوحة', 'شباكًا مفتوحًا')} لهذه المعاملة`,
  closesAt: (at) => `يغلق الاستقبال على الساعة ${at}.`,
  sure: (at) => `من المفترض أن يتم استقبالك قبل الإغلاق على الساعة ${at}`,
  likely: (at) => `من المرجح أن يتم استقبالك قبل الإغلاق على الساعة ${at}`,
  unlikely: 'قد لا يتم استقبالك اليوم',
  callBetween: (from, to) => `النداء متوقع بين ${ltr(from)} و${ltr(to)}.`,
  closing: (at) => `الإغلاق على الساعة ${ltr(at)}.`,
  whichWay: 'ماذا تختار؟',
  takeTicket: 'أخذ تذكرة',
  mayGoOut: (at) => `يمكنك الخروج: كن هنا على الساعة ${ltr(at)}`,
  mayStay: 'يبقى حضورك ورقمك مسجلين',
  bookFrom: (when) => `ابتداءً من ${when}`,
  choices: 'يمكنك أخذ التذكرة رغم ذلك، أو طلب شهادة مؤرخة بحضورك. وإذا لم يتم استقبالك يبقى ذلك مسجلًا.',
  haveYou: 'هل معك؟',
  somethingMissing: 'هل ينقصك شيء؟ خذ التذكرة رغم ذلك: سيخبرك الموظف بما هو مطلوب فعلًا.',
  nothingToBring: 'لا شيء لتحضيره. سيخبرك الموظف بما يلزم.',
  take: 'أخذ تذكرتي',
  takeAnyway: 'أخذ التذكرة رغم ذلك',
  book: 'أخذ موعد',
  certify: 'شهادة مؤرخة',
  taking: 'لحظة، نحن نحضر تذكرتك…',
  asking: 'لحظة من فضلك…',
  takingHelp: 'طلبك محفوظ: لن يُحسب إلا مرة واحدة.',

  severalPeople: 'عدة أشخاص',
  requests: (count) => counted(count, 'طلب واحد', 'طلبان', 'طلبات', 'طلبًا'),
  requestsAsk: 'لكم شخص؟',
  requestsHelp: 'تذكرة واحدة تكفي: احسب طلبًا واحدًا لكل شخص ولكل وثيقة.',
  arrangement: 'مساعدة في المكان',
  arrangementsChosen: (count) => `مساعدة في المكان: ${count}`,
  arrangementsAsk: 'ماذا تحتاج؟',
  arrangementsHelp: 'لن يعرف ذلك إلا الموظف. لا يُطلب أي سبب طبي.',
  inductionLoop: 'حلقة سمعية مغناطيسية',
  signLanguage: 'لغة الإشارة الفرنسية',
  seatedCall: 'أن يأتي أحد لأخذي من مكاني',
  wheelchair: 'شباك مهيأ للكرسي المتحرك',
  interpreter: 'مترجم',
  screenOnly: 'النداء على الشاشة دون صوت',

  priority: 'لدي أولوية',
  priorityShort: 'الأولوية',
  priorityAsk: 'ما هي أولويتك؟',
  priorityProof: 'سيُطَّلع على الإثبات في الشباك ولا يُنسخ أبدًا. لا يُطلب أي سبب طبي ولا يُعرض.',
  priorityLaw: 'ينص عليها القانون',
  priorityDeadline: 'أجل قانوني',
  priorityLocal: 'قاعدة محلية منشورة هنا',
  companionAsk: 'هل يرافقك أحد؟',
  companionHelp: 'الشخص المرافق يمر معك.',
  priorityAsked: 'الأولوية المطلوبة',
  priorityShow: 'يُعرض الإثبات في الشباك',
  priorityNone: 'دون أولوية',

  appointment: 'لدي موعد',
  appointmentHow: 'كيف نجد موعدك؟',
  byCode: 'برمزي',
  byName: 'باسم عائلتي',
  codeAsk: 'ما هو رمزك؟',
  codeAskHelp: 'تجده في تأكيد الموعد.',
  nameAsk: 'ما هو اسم عائلتك؟',
  nameAskHelp: 'اكتبه بالأحرف اللاتينية. لا يُحفظ إلا إلى حين ندائك.',
  hourAsk: 'في أي ساعة موعدك؟',
  hourAskHelp: 'عدة مواعيد بهذا الاسم. اكتب أربعة أرقام، 0930 للساعة 9:30.',
  appointmentUnknown: 'لم يُعثر على هذا الموعد. صحّح أو توجه إلى الاستقبال.',
  appointmentOtherDay: 'هذا الموعد ليس اليوم. توجه إلى الاستقبال.',
  appointmentHere: 'حضورك مسجل بالفعل. هل فقدت التذكرة؟ عد إلى البداية ثم اختر «لدي تذكرة».',
  appointmentSeveral: 'عدة مواعيد بهذا الاسم في هذه الساعة: اكتب رمزك أو توجه إلى الاستقبال.',
  appointmentAt: (at) => `موعدك: ${at}.`,
  hourKept: (at) => `وقت وصولك إلى المكتب الآخر محفوظ: ${at}.`,
  appointmentLate: 'انقضت مهلة التأخر: دورك كدور شخص دون موعد.',
  slotsAsk: 'أي وقت يناسبك؟',
  slotsHelp: 'لا يُطلب اسمك. ستحصل على رمز.',
  slotsNone: 'لا يوجد وقت متاح حاليًا. توجه إلى الاستقبال.',
  slotTaken: 'حُجز هذا الوقت للتو. اختر وقتًا آخر.',
  booked: 'تم حجز موعدك',
  bookedCode: 'رمزك، قدّمه عند وصولك',
  noPaperCode: 'سجّل هذا الرمز أو صوّر هذه الشاشة.',

  serviceClosedHelp: 'لا تُعطى تذاكر لهذه المعاملة. يمكن لشهادة مؤرخة أن تثبت حضورك.',
  closedSince: (at) => `مغلقة منذ الساعة ${at}.`,
  byAppointmentHelp: 'يتم الاستقبال لهذه المعاملة بموعد.',
  certifyAsk: 'شهادة مؤرخة بحضورك؟',
  certifyHelp: 'تذكر أنك حضرت، ومتى، ولأي معاملة، ولماذا لم يتم استقبالك. لن تتم مناداتك.',
  certifyYes: 'نعم، إصدار الشهادة',
  certified: 'تم إصدار شهادتك',
  certifiedPaper: 'خذ الورقة التي تخرج تحت هذه الشاشة واحتفظ بها.',
  certifiedNoPaper: 'سجّل هذا الرقم: سيسلمك الاستقبال الشهادة.',

  yourTicket: 'تذكرتك',
  ahead: (count) => (count === 0 ? 'لا أحد ينتظر قبلك.' : `${waiting(count)} قبلك.`),
  paper: 'خذ الورقة التي تخرج تحت هذه الشاشة. إن لم تخرج فسجّل رقمك.',
  noPaper: 'سجّل رقمك أو صوّر هذه الشاشة.',
  printerTrouble: 'طابعة الجهاز لا تعمل، وقد أُبلغ مكتب الاستقبال. سجّل رقمك وهذا الرمز أو صوّر هذه الشاشة.',
  watch: 'سيُعرض رقمك ويُنادى به مع رقم الشباك.',
  watchOnly: 'سيُعرض رقمك مع رقم الشباك دون صوت.',
  code: 'رمز الطلب',
  done: 'سجّلت رقمي',
  donePrinted: 'معي تذكرتي',
  leave: 'سأغادر',
  leaveAsk: 'هل تغادر دون انتظار؟',
  leaveHelp: 'تُسجّل مغادرتك مع وقتها، ويُترك دورك لغيرك.',
  leaveYes: 'نعم، سأغادر',
  leaveNo: 'لا، سأنتظر',
  left: (number) => `سُجّلت مغادرة التذكرة ${ltr(number)}`,
  leftAt: (at) => `على الساعة ${at}. حضورك مسجل. للحصول على إثبات مكتوب توجه إلى الاستقبال.`,

  haveTicket: 'لدي تذكرة',
  haveTicketAsk: 'ماذا تريد أن تفعل؟',
  goAway: 'سأغادر',
  goAwayHelp: 'تُسجّل مغادرتي ويُترك دوري',
  amBack: 'لقد عدت',
  amBackHelp: 'كنت غائبًا عند النداء، أو ينتظرني موظف',
  lost: 'فقدت تذكرتي',
  lostHelp: 'ورقة جديدة بالدور نفسه',
  passage: 'عرض زيارتي',
  passageHelp: 'وقت كل خطوة والوثائق المسلَّمة',
  passageAsk: 'ما هو رمز تذكرتك؟',
  passageAskHelp: 'هو مطبوع على الورقة. يمكنك أيضًا تقديم الورقة إلى القارئ.',
  passageTitle: 'زيارتي',
  passageSaid: 'ما سجّله المكتب عن زيارتك. هذا النص بالفرنسية.',
  passagePrint: 'طباعة زيارتي',
  passagePrinting: 'تُطبع زيارتك أسفل هذه الشاشة.',
  passageNoPaper: 'للحصول عليها على الورق، توجّه إلى الاستقبال مع تذكرتك.',
  passageUnknown: 'هذا الرمز لا يخص أي تذكرة. صحّحه أو توجّه إلى الاستقبال.',
  numberAsk: 'ما هو رقمك؟',
  numberAskHelp: 'يبدأ بحرف.',
  ticketCodeAsk: (number) => `ما هو رمز التذكرة ${ltr(number)}؟`,
  ticketCodeHelp: 'هو مطبوع تحت الرقم.',
  lostAsk: (number) => `لأي معاملة هي التذكرة ${ltr(number)}؟`,
  ticketUnknown: 'لم يُعط هذا الرقم اليوم. صحّح أو توجه إلى الاستقبال.',
  codeWrong: 'هذا لا يطابق التذكرة. صحّح أو توجه إلى الاستقبال.',
  calledAlready: 'هذا الرقم لم يعد ينتظر: تم نداؤه أو انتهت زيارته. انظر إلى شاشة القاعة.',
  notAway: 'هذه التذكرة ليست مسجلة كغائبة: دورك محفوظ، ابق في القاعة.',
  ticketEnded: 'انتهت زيارة هذه التذكرة. للعودة خذ تذكرة جديدة.',
  returned: 'سُجّلت عودتك',
  rankKept: 'استعدت دورك.',
  rankOfNow: 'انقضت مهلة العودة: دورك يبدأ من الآن.',
  replaced: 'تذكرتك الجديدة',
  replacedHelp: 'تحتفظ بدورك. الورقة السابقة لم تعد صالحة.',

  ruleTitle: 'ترتيب النداء',
  rule: ({ appointments, localGrounds, weighted, quotas, absentCalls, returnToleranceMinutes }) =>
    [
      `أولًا الأشخاص الذين يمنحهم نص قانوني الأولوية${localGrounds.length === 0 ? '' : ` أو، بقاعدة محلية، ${list(localGrounds.map((title) => `«${inLanguage(title, 'ar')}»`))}`}.`,
      appointments ? 'ثم من حان موعدهم.' : '',
      weighted ? 'ثم الآخرون حسب انتظارهم مقارنة بأجل كل مصلحة.' : 'ثم الآخرون حسب ترتيب الوصول.',
      ...quotas.map(
        ({ service, tickets }) =>
          `${inLanguage(service, 'ar')}: ${counted(tickets, 'تذكرة واحدة', 'تذكرتان', 'تذاكر', 'تذكرة')} في اليوم على الأكثر، بقاعدة محلية.`,
      ),
      returnToleranceMinutes === 0
        ? ''
        : `بعد ${counted(absentCalls, 'نداء واحد', 'نداءين', 'نداءات', 'نداءً')} دون جواب، من يعود خلال ${minutes(returnToleranceMinutes)} يستعيد دوره.`,
      'تُطبع القاعدة كاملة بالفرنسية.',
    ]
      .filter(Boolean)
      .join(' '),
  ruleGrounds: 'الأولويات المعترف بها هنا',
  rulePrint: 'طباعة القاعدة',
  rulePrinting: 'تُطبع القاعدة تحت هذه الشاشة.',
  ruleNoPrinter: 'الطابعة غير متاحة. يمكن للاستقبال أن يعطيك القاعدة.',

  notDone: 'لم يتم ذلك',
  notDoneHelp: 'لم يُسجّل شيء. أعد المحاولة أو توجه إلى الاستقبال.',
  closed: 'الاستقبال مغلق',
  closedHelp: 'لا تُعطى التذاكر حاليًا. لأي سؤال توجه إلى موظف.',
  reopens: (when) => `يفتح من جديد ${when}.`,
  away: 'لحظة من فضلك',
  awayHelp: 'هذا الجهاز ينتظر حاسوب الاستقبال. إن كنت لا تريد الانتظار فتوجه إلى موظف.',
  moreTime: 'هل تحتاج إلى مزيد من الوقت؟',
  moreTimeHelp: (seconds) =>
    `دون جواب تعود هذه الشاشة إلى البداية خلال ${counted(seconds, 'ثانية', 'ثانيتين', 'ثوانٍ', 'ثانية')}.`,
  moreTimeYes: 'نعم، متابعة',
  moreTimeNo: 'لا، انتهيت',
  restTitle: 'ما يجب إحضاره',
  restStart: 'المس الشاشة للبدء',

  cutHelp: 'انقطع اتصال هذا الجهاز بالاستقبال. وهو يعطي رقماً مؤقتاً يحفظ وقت وصولك.',
  provisionalTake: 'أخذ رقم مؤقت',
  provisionalKeeps: 'هذا الرقم مؤقت: إنه يحفظ وقت وصولك.',
  provisionalCalled:
    'عند عودة الاتصال يدخل في الطابور بذلك الوقت، وتُنادى بهذا الرقم. إن طال الانتظار فأظهره لموظف.',
  provisionalWait: 'لا يمكن تقدير مدة الانتظار الآن. إن كانت لك أولوية أو موعد فتوجه إلى موظف.',
  provisionalYours: 'رقمك المؤقت',
  provisionalAt: (at) => `أُخذ على الساعة ${at}. إنه يحفظ وقت وصولك.`,
  provisionalScreen: 'لم يُطبع: سجّل الرقم والرمز أو صوّر هذه الشاشة.',
  notice: 'أعلموني عند اقتراب دوري',
  noticeHow: 'كيف نعلمك؟',
  noticeHelp: 'رسالة واحدة فقط، حين يبقى قبلك عدد قليل. ما تكتبه يُستعمل لهذا وحده، ويُمحى عند انتهاء زيارتك.',
  noticeSms: 'برسالة نصية',
  noticeEmail: 'بالبريد الإلكتروني',
  noticePhoneAsk: 'ما رقم هاتفك؟',
  noticeEmailAsk: 'ما عنوان بريدك الإلكتروني؟',
  noticeYes: 'أوافق، أعلموني',
  noticeAsked: 'ستُعلم عند اقتراب دورك. ابقَ متاحاً.',
  noticeWrong: 'هذا الرقم أو العنوان غير كامل. صحّحه.',
  noticeOff: 'لا يرسل الاستقبال رسائل الآن. انظر إلى شاشة القاعة.',
  follow: 'تابع دورك على هاتفك عبر شبكة الاستقبال:',

  phone: 'تذكرة على هاتفي',
  phoneHelp: 'صوّر هذا الرمز بهاتفك. يتغير كل دقيقة ويعطي تذكرة واحدة فقط.',
  agents: 'الموظفون',
  access: 'القراءة والوصول',
  declaration: (level: 'whole' | 'part' | 'none'): string =>
    ({
      whole: 'إمكانية الوصول: مطابقة كليًا',
      part: 'إمكانية الوصول: مطابقة جزئيًا',
      none: 'إمكانية الوصول: غير مطابقة',
    })[level],
  accessAsk: 'كيف تريد قراءة هذه الشاشة؟',
  accessHelp: 'يمكنك اختيار عدة خيارات. تبقى حتى تنتهي، ولا يُحتفظ بها.',
  spoken: 'الاستماع إلى الشاشة',
  contrast: 'تباين قوي',
  large: 'أحرف وأزرار كبيرة',
  low: 'كل شيء في أسفل الشاشة',
  sign: 'فيديو بلغة الإشارة الفرنسية',
  signPlay: 'تشغيل الفيديو',
  signPause: 'إيقاف الفيديو',
  signAgain: 'من البداية',
  signText: 'ما يقوله الفيديو',
  signFailed: 'لا يمكن تشغيل الفيديو هنا. هذا ما يقوله.',
  listen: 'استمع:',
  spokenHelp: 'الشاشة تُقرأ بصوت. السهم الأسفل، التالي. السهم الأعلى، السابق. إدخال، اختيار. خروج، رجوع.',
  aButton: 'زر',
  chosen: 'مختار',
  notChosen: 'غير مختار',
  emptyField: 'لا شيء بعد',

  erase: 'مسح',
  space: 'مسافة',
}

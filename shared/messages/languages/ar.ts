import { exchangeAr } from '../exchange.ar.ts'
import { kioskAr } from '../kiosk.ar.ts'
import { postersAr } from '../posters.ar.ts'
import { moneyIn, plural, timesIn } from '../inLocale.ts'
import type { PublicLanguage } from './language.ts'

const ahead = plural('ar', {
  one: 'شخص واحد قبلك',
  two: 'شخصان قبلك',
  few: '# أشخاص قبلك',
  many: '# شخصًا قبلك',
  other: '# شخص قبلك',
})
const minutes = plural('ar', {
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '# دقائق',
  many: '# دقيقة',
  other: '# دقيقة',
})
const waiting = plural('ar', { one: 'واحد ينتظر', two: 'اثنان ينتظران', few: '# ينتظرون', other: '# ينتظر' })

/** All that the public reads in Arabic. */
export const ar: PublicLanguage = {
  direction: 'rtl',
  kiosk: kioskAr,
  exchange: exchangeAr,
  posters: postersAr,
  follow: {
    title: 'دورك',
    number: 'الرقم',
    code: 'رمز التذكرة',
    codeHelp: 'ثمانية أحرف وأرقام مطبوعة على التذكرة.',
    see: 'عرض',
    unknown: 'لا توجد تذكرة اليوم بهذا الرمز. تحقق منه أو اسأل الاستقبال.',
    tooMany: 'طلبات كثيرة. انتظر دقيقة ثم حاول من جديد.',
    ahead: (people) => (people === 0 ? 'أنت التالي.' : `${ahead(people)}.`),
    wait: (low, high) => `الانتظار: من ${low} إلى ${minutes(high)} تقريبًا`,
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
  },
  paper: {
    reprint: 'طُبعت من جديد بعد عطل في الطباعة',
    replaces: 'تحل محل التذكرة المفقودة',
    estimated: (at) => `تقدير على الساعة ${at}: شخص من كل عشرة ينتظر أكثر.`,
    beforeClosing: {
      sure: 'من المفترض أن تُستقبل قبل الإغلاق.',
      likely: 'من المرجح أن تُستقبل قبل الإغلاق.',
      unlikely: 'من غير المرجح أن تُستقبل قبل الإغلاق.',
    },
    bring: 'أحضر معك:',
    leaving: 'إن اضطررت إلى المغادرة فأخبر الجهاز أو الاستقبال: ستُثبت زيارتك.',
    bound: 'هذه التذكرة مرتبطة بطلبك.',
    rule: 'قاعدة النداء معروضة، وتُطبع عند الطلب.',
    onArrival: 'عند وصولك قل هذا الرمز للاستقبال أو اكتبه على الجهاز: تُعطى لك تذكرة.',
    cannotCome: (ways) => `إن لم تستطع المجيء فأخبر المصلحة: ${ways}. يُعطى المكان لشخص آخر.`,
    obligations: 'تقول هذه الورقة بالفرنسية ما على كل طرف أن يفعله، وقبل أي تاريخ.',
    usually: 'ما يُطلب عادةً لهذه المعاملة',
  },
  room: {
    takeTicket: 'خذ تذكرة',
    shownHere: 'سيظهر رقمك هنا',
    wait: (low, high) => (low === high ? minutes(high) : `${low} إلى ${minutes(high)}`),
    nobody: 'لا انتظار',
    waiting,
    noCounter: 'لا شباك مفتوح',
    closed: 'مغلق',
    lastTickets: (at) => `آخر التذاكر قبل ${at}`,
    order: ({ appointments, weighted }) =>
      `الأولويات${appointments ? '، ثم المواعيد' : ''}، ثم ${weighted ? 'الانتظار بحسب المدة المقررة' : 'ترتيب الوصول'}`,
    law: 'أولوية بطاقة «mobilité inclusion»: CASF, art. L241-3',
  },
  summary: {
    title: 'هذه الورقة بالعربية',
    information: 'ترجمة للإعلام فقط: النص الفرنسي وحده هو المعتمد.',
    purposes: {
      recepisse: 'تُثبت هذه الورقة أنك أودعت طلبًا، وفي أي يوم.',
      attestation: 'تُثبت هذه الورقة أنك حضرت إلى هنا، وفي أي ساعة.',
      accuse: 'تقول هذه الورقة إننا تسلّمنا طلبك، وما الذي سيحدث بعد ذلك.',
      pieces: 'تقول هذه الورقة أي وثائق ما زال عليك تسليمها إلينا، وقبل أي تاريخ.',
      original: 'تطلب منك هذه الورقة إظهار الوثيقة الأصلية، لا نسخة منها.',
      transmission: 'تقول هذه الورقة إلى أي مصلحة أرسلنا طلبك.',
      refus: 'تقول هذه الورقة إن طلبك رُفض، ولماذا، وما الذي يمكنك فعله.',
      acceptation: 'تُثبت هذه الورقة أن طلبك مقبول، لأن أحدًا لم يُجب في الأجل.',
      motifs: 'تقول هذه الورقة لماذا رُفض طلبك.',
      nonReception: 'تُثبت هذه الورقة أنك حضرت وأننا لم نتمكن من استقبالك.',
      recu: 'تُثبت هذه الورقة أنك دفعت.',
      quittance: 'تُثبت هذه الورقة أنك دفعت.',
      bordereau: 'تقول هذه الورقة ما المال الذي سلّمه الصندوق إلى المحاسب.',
      trace: 'تقول هذه الورقة أي قواعد طُبّقت على طلبك.',
      regularisation: 'تقول هذه الورقة إن هناك خطأ، وكيف تصححه دون عقوبة.',
      urbanisme: 'تُثبت هذه الورقة أنك أودعت طلبًا يخص أشغالًا، وفي أي يوم.',
      sejour: 'تقول هذه الورقة أين وصل طلبك للحصول على تصريح الإقامة، وما الذي تسمح به.',
      originaux: 'تقول هذه الورقة إننا أعدنا إليك وثائقك.',
      incident: 'تقول هذه الورقة ما الذي لم يعمل هنا، ومتى.',
      passage: 'تحكي هذه الورقة زيارتك هنا، ساعة بساعة.',
      annulation: 'تقول هذه الورقة إن ورقة أخرى لم تعد صالحة.',
      recensement: 'تُثبت هذه الورقة أنك مسجَّل («recensement»).',
    },
    keep: 'احتفظ بهذه الورقة.',
    number: (number, day) => `الرقم ${number}، بتاريخ ${day}.`,
    giveBy: (day) => `سلّم المطلوب في أجل أقصاه ${day}.`,
    silence: {
      rejet: (day) => `إذا لم يُجبك أحد حتى ${day}، يُعتبر طلبك مرفوضًا.`,
      acceptation: (day) => `إذا لم يُجبك أحد حتى ${day}، يُعتبر طلبك مقبولًا.`,
    },
    contest: {
      days: plural('ar', {
        one: 'يمكنك الطعن في هذا القرار خلال يوم واحد.',
        two: 'يمكنك الطعن في هذا القرار خلال يومين.',
        few: 'يمكنك الطعن في هذا القرار خلال # أيام.',
        other: 'يمكنك الطعن في هذا القرار خلال # يومًا.',
      }),
      months: plural('ar', {
        one: 'يمكنك الطعن في هذا القرار خلال شهر واحد.',
        two: 'يمكنك الطعن في هذا القرار خلال شهرين.',
        few: 'يمكنك الطعن في هذا القرار خلال # أشهر.',
        other: 'يمكنك الطعن في هذا القرار خلال # شهرًا.',
      }),
    },
    valid: (from, until) => `صالحة من ${from} إلى ${until}.`,
    appointment: (day, hour) => `موعدك: ${day} على الساعة ${hour}.`,
    paid: (amount) => `المبلغ: ${amount}.`,
    sentTo: (office) => `أُرسل إلى: ${office}.`,
    cancels: (number) => `الورقة التي لم تعد صالحة: ${number}.`,
    date: timesIn('ar-TN').date,
    money: moneyIn('ar-TN'),
  },
  voice: {
    ticket: 'تذكرة',
    screen: 'انظر إلى الشاشة',
    letters:
      'إيه, بي, سي, دي, إي, إف, جي, إتش, آي, جاي, كي, إل, إم, إن, أو, بي, كيو, آر, إس, تي, يو, في, دبليو, إكس, واي, زد'.split(
        ', ',
      ),
    places: {
      accueil: 'الاستقبال',
      box: 'مقصورة',
      bureau: 'مكتب',
      caisse: 'الصندوق',
      comptoir: 'منضدة',
      guichet: 'شباك',
      porte: 'باب',
      poste: 'مركز',
      regie: 'صندوق التحصيل',
      salle: 'قاعة',
    },
    and: 'و',
  },
}

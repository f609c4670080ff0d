import { exchangeAr } from '../exchange.ar.ts'
import { kioskAr } from '../kiosk.ar.ts'
import { plural, type PublicLanguage } from './language.ts'

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
}

import { inLanguage } from '../../../contract/text.ts'
import type { KioskTexts } from '../fr/kiosk.ts'
import { formsIn, listIn, timesIn } from '../../format/inLocale.ts'
import { hoursOf, roughTime } from '../../waits/roughTime.ts'

const nbsp = '\u00a0'
const { hour, day } = timesIn('es-ES')
const forms = formsIn('es')
const list = listIn('es')
const one = (count: number, single: string, several: string) => forms(count, { one: single, other: several })
const minutes = (count: number) => `${count}${nbsp}${one(count, 'minuto', 'minutos')}`
const hours = (count: number) => (count < 60 ? `${count}${nbsp}min` : inHours(...hoursOf(count)))
const inHours = (whole: number, rest: number) =>
  `${whole}${nbsp}h${rest === 0 ? '' : `${nbsp}${rest}${nbsp}min`}`
const span = (low: number, high: number): string => {
  const format = high < 60 ? String : hours
  if (high < 1) return 'menos de 1'
  if (low === high) return format(high)
  return low < 1 ? `hasta ${format(high)}` : `${format(low)}${nbsp}a${nbsp}${format(high)}`
}
const waiting = (count: number) => `${count}${nbsp}${one(count, 'persona espera', 'personas esperan')}`
/** « alrededor de 18 horas »: a length, never to be read as an hour of the clock. */
const rough = (free: number): string => {
  const { count, unit } = roughTime(free)
  return `alrededor de${nbsp}${unit === 'hours' ? `${count}${nbsp}horas` : minutes(count)}`
}

/** All that the kiosk says, in Spanish. */
export const kioskEs: KioskTexts = {
  language: 'Español',
  languages: 'Idioma',
  back: 'Volver',
  more: 'Hay más abajo',
  restart: 'Volver al inicio',
  goOn: 'Continuar',
  yes: 'Sí',
  no: 'No',
  hour,
  dayAndHour: (at, zone) => `el ${day(at, zone)} a las ${hour(at, zone)}`,

  choose: '¿Cuál es su trámite?',
  chooseHelp: 'Elija el principal; el agente podrá tratar los demás.',
  chooseService: 'Elija primero el servicio.',
  messages: 'Avisos de la oficina',
  moreMessages: (others) => `${others}${nbsp}${one(others, 'aviso más', 'avisos más')}`,
  otherWays: 'Cita, prioridad, tique ya tomado, regla',
  otherChoice: 'Otro trámite, o no lo sé',
  otherChoiceHelp: 'Todos los trámites de esta oficina',
  nobodyWaits: 'Nadie espera',
  peopleWait: waiting,
  waitShort: (low, high) =>
    high < 60
      ? `Espera: ${span(low, high)}${nbsp}${one(Math.max(1, high), 'minuto', 'minutos')}`
      : `Espera: ${span(low, high)}`,
  noCounter: 'Ninguna ventanilla abierta para este trámite',
  noCounterShort: 'Ninguna ventanilla abierta',
  noCounterBefore: (at) => `Sin ventanilla hasta las ${at}`,
  unlikelyShort: 'Quizá no le atiendan hoy',
  noTicketLeft: 'No quedan turnos hoy',
  ticketsLeft: (left) => `${one(left, 'Queda', 'Quedan')} ${left}${nbsp}${one(left, 'turno', 'turnos')} hoy`,
  serviceClosed: 'Servicio cerrado por el momento',
  byAppointment: 'Con cita previa',
  lastTickets: (at) => `Últimos tiques: se cierra a las ${at}.`,
  resource: (free) =>
    free < 1
      ? 'Todo el tiempo de ventanilla de hoy está ya ocupado.'
      : `Tiempo de ventanilla aún libre hoy: ${rough(free)}, entre todas las ventanillas.`,

  waitFigure: span,
  waitUnit: (high) => (high < 60 ? `${one(Math.max(1, high), 'minuto', 'minutos')} de espera` : 'de espera'),
  waitingWords: (count) => one(count, 'persona espera antes que usted', 'personas esperan antes que usted'),
  nobodyBefore: 'Nadie espera antes que usted',
  countersOpen: (count) =>
    `${count}${nbsp}${one(count, 'ventanilla abierta', 'ventanillas abiertas')} para este trámite`,
  closesAt: (at) => `Se cierra a las ${at}.`,
  sure: (at) => `Debería ser atendido antes del cierre de las ${at}`,
  likely: (at) => `Probablemente será atendido antes del cierre de las ${at}`,
  unlikely: 'Es posible que hoy no sea atendido',
  callBetween: (from, to) => `Llamada prevista entre las ${from} y las ${to}.`,
  closing: (at) => `Se cierra a las ${at}.`,
  whichWay: '¿Qué elige?',
  takeTicket: 'Tomar un tique',
  mayGoOut: (at) => `Puede salir: vuelva a las ${at}`,
  mayStay: 'Su visita y su número quedan anotados',
  bookFrom: (when) => `Desde ${when}`,
  choices:
    'Puede tomar el tique de todos modos, o pedir un certificado fechado de su visita. Si no es atendido, quedará anotado.',
  haveYou: '¿Lleva usted esto consigo?',
  somethingMissing:
    '¿Le falta algo? Tome el tique de todos modos: el agente le dirá lo que se exige realmente.',
  nothingToBring: 'Nada que preparar. El agente le dirá lo que hace falta.',
  take: 'Tomar mi tique',
  takeAnyway: 'Tomar el tique de todos modos',
  book: 'Pedir una cita',
  certify: 'Un certificado fechado',
  taking: 'Un momento, preparamos su tique…',
  asking: 'Un momento, por favor…',
  takingHelp: 'Su solicitud está guardada: se contará una sola vez.',

  severalPeople: 'Varias personas',
  requests: (count) => `${count}${nbsp}${one(count, 'solicitud', 'solicitudes')}`,
  requestsAsk: '¿Para cuántas personas?',
  requestsHelp: 'Un solo tique basta: cuente una solicitud por persona y por documento.',
  arrangement: 'Ayuda en el lugar',
  arrangementsChosen: (count) => `Ayuda en el lugar: ${count}`,
  arrangementsAsk: '¿Qué necesita?',
  arrangementsHelp: 'Solo lo sabrá el agente. No se pide ningún motivo médico.',
  inductionLoop: 'Un bucle magnético',
  signLanguage: 'La lengua de signos francesa',
  seatedCall: 'Que vengan a buscarme a mi sitio',
  wheelchair: 'Una ventanilla accesible en silla de ruedas',
  interpreter: 'Un intérprete',
  screenOnly: 'Ser llamado en la pantalla, sin la voz',

  priority: 'Tengo prioridad',
  priorityShort: 'Prioridad',
  priorityAsk: '¿Cuál es su prioridad?',
  priorityProof:
    'El justificante se verá en la ventanilla, nunca se copia. No se pide ni se muestra ningún motivo médico.',
  priorityLaw: 'Prevista por la ley',
  priorityDeadline: 'Plazo legal',
  priorityLocal: 'Regla local, publicada por esta oficina',
  companionAsk: '¿Le acompaña alguien?',
  companionHelp: 'La persona que le acompaña pasa con usted.',
  priorityAsked: 'Prioridad solicitada',
  priorityShow: 'se muestra en la ventanilla',
  priorityNone: 'Sin prioridad',

  appointment: 'Tengo cita',
  appointmentHow: '¿Cómo encontrarla?',
  byCode: 'Con mi código',
  byName: 'Con mi apellido',
  codeAsk: '¿Cuál es su código?',
  codeAskHelp: 'Está en la confirmación de su cita.',
  nameAsk: '¿Cuál es su apellido?',
  nameAskHelp: 'Solo se guarda hasta que le llamen.',
  hourAsk: '¿A qué hora es su cita?',
  hourAskHelp: 'Varias citas tienen este apellido. Teclee cuatro cifras, 0930 para las 9:30.',
  appointmentUnknown: 'No se ha encontrado esta cita. Corrija o diríjase a la recepción.',
  appointmentOtherDay: 'Esta cita no es para hoy. Diríjase a la recepción.',
  appointmentHere:
    'Su llegada ya está registrada. ¿Ha perdido el tique? Vuelva al inicio y elija «Tengo un tique».',
  appointmentSeveral: 'Hay varias citas con este apellido: teclee su código o vaya a la recepción.',
  appointmentAt: (at) => `Su cita: ${at}.`,
  hourKept: (at) => `Se conserva su hora de llegada a la otra oficina: ${at}.`,
  appointmentLate: 'Ha pasado el margen de retraso: tiene el turno de una persona sin cita.',
  slotsAsk: '¿Qué hora le conviene?',
  slotsHelp: 'No se pide su nombre. Se le dará un código.',
  slotsNone: 'No hay ninguna hora libre por el momento. Diríjase a la recepción.',
  slotTaken: 'Esta hora acaba de ser ocupada. Elija otra.',
  booked: 'Su cita está fijada',
  bookedCode: 'Su código, para darlo al llegar',
  noPaperCode: 'Anote este código o fotografíe esta pantalla.',

  serviceClosedHelp:
    'No se da ningún tique para este trámite. Un certificado fechado puede acreditar su visita.',
  closedSince: (at) => `Cerrado desde las ${at}.`,
  byAppointmentHelp: 'Para este trámite se atiende con cita previa.',
  certifyAsk: '¿Un certificado fechado de su visita?',
  certifyHelp: 'Dice que vino, cuándo, para qué trámite y por qué no fue atendido. No se le llamará.',
  certifyYes: 'Sí, hacer el certificado',
  certified: 'Su certificado está hecho',
  certifiedPaper: 'Tome el papel que sale debajo de esta pantalla y consérvelo.',
  certifiedNoPaper: 'Anote este número: la recepción le entregará el certificado.',

  yourTicket: 'Su tique',
  ahead: (count) => (count === 0 ? 'Nadie espera antes que usted.' : `${waiting(count)} antes que usted.`),
  paper: 'Tome el papel que sale debajo de esta pantalla. Si no sale, anote su número.',
  noPaper: 'Anote su número o fotografíe esta pantalla.',
  printerTrouble:
    'La impresora del quiosco no funciona; la recepción está avisada. Anote su número y este código, o fotografíe esta pantalla.',
  watch: 'Su número se mostrará y se llamará con el de la ventanilla.',
  watchOnly: 'Su número se mostrará con el de la ventanilla, sin decirse.',
  code: 'Código de la solicitud',
  done: 'He anotado mi número',
  donePrinted: 'Tengo mi tique',
  leave: 'Me voy',
  leaveAsk: '¿Se va sin esperar?',
  leaveHelp: 'Su salida se anota con su hora y su turno queda libre.',
  leaveYes: 'Sí, me voy',
  leaveNo: 'No, espero',
  left: (number) => `La salida del tique ${number} está anotada`,
  leftAt: (at) =>
    `A las ${at}. Su visita está registrada. Para tener una prueba escrita, diríjase a la recepción.`,

  haveTicket: 'Tengo un tique',
  haveTicketAsk: '¿Qué desea hacer?',
  goAway: 'Me voy',
  goAwayHelp: 'Mi salida se anota, mi turno queda libre',
  amBack: 'He vuelto',
  amBackHelp: 'No estaba cuando me llamaron, o un agente me espera',
  lost: 'He perdido mi tique',
  lostHelp: 'Un papel nuevo, con el mismo turno',
  passage: 'Ver mi visita',
  passageHelp: 'La hora de cada etapa y los documentos entregados',
  passageAsk: '¿Cuál es el código de su turno?',
  passageAskHelp: 'Está impreso en el papel. También puede mostrar el papel al lector.',
  passageTitle: 'Mi visita',
  passageSaid: 'Lo que la oficina ha anotado de su visita. Este texto está en francés.',
  passagePrint: 'Imprimir mi visita',
  passagePrinting: 'Su visita se imprime debajo de esta pantalla.',
  passageNoPaper: 'Para tenerla en papel, diríjase a la recepción con su turno.',
  passageUnknown: 'Este código no es de ningún turno. Corríjalo o diríjase a la recepción.',
  numberAsk: '¿Cuál es su número?',
  numberAskHelp: 'Empieza por una letra.',
  ticketCodeAsk: (number) => `¿Cuál es el código del tique ${number}?`,
  ticketCodeHelp: 'Está impreso debajo del número.',
  lostAsk: (number) => `¿Para qué trámite es el tique ${number}?`,
  ticketUnknown: 'Este número no se ha dado hoy. Corrija o diríjase a la recepción.',
  codeWrong: 'No corresponde a este tique. Corrija o diríjase a la recepción.',
  calledAlready:
    'Este número ya no espera: ha sido llamado o su visita ha terminado. Mire la pantalla de la sala.',
  notAway: 'Este tique no está anotado como ausente: su turno se guarda, quédese en la sala.',
  ticketEnded: 'La visita de este tique ha terminado. Para volver, tome un tique nuevo.',
  returned: 'Su regreso está anotado',
  rankKept: 'Recupera su turno.',
  rankOfNow: 'Ha pasado el plazo de regreso: su turno es el de ahora.',
  replaced: 'Su nuevo tique',
  replacedHelp: 'Conserva su turno. El papel anterior ya no vale.',

  ruleTitle: 'El orden de las llamadas',
  rule: ({ appointments, localGrounds, weighted, quotas, absentCalls, returnToleranceMinutes }) =>
    [
      `Primero, las personas a las que un texto da prioridad${localGrounds.length === 0 ? '' : ` o, por una regla local, las de ${list(localGrounds.map((title) => `«${inLanguage(title, 'es')}»`))}`}.`,
      appointments ? 'Después, aquellas cuya cita ha llegado.' : '',
      weighted
        ? 'Las demás, según su espera comparada con el plazo de cada servicio.'
        : 'Las demás, por orden de llegada.',
      ...quotas.map(
        ({ service, tickets }) =>
          `Para ${inLanguage(service, 'es')}, ${tickets}${nbsp}${one(tickets, 'turno', 'turnos')} al día como máximo, por una regla local.`,
      ),
      returnToleranceMinutes === 0
        ? ''
        : `Después de ${absentCalls}${nbsp}${one(absentCalls, 'llamada', 'llamadas')} sin respuesta, quien vuelve en ${minutes(returnToleranceMinutes)} recupera su turno.`,
      'La regla entera se imprime en francés.',
    ]
      .filter(Boolean)
      .join(' '),
  ruleGrounds: 'Prioridades reconocidas aquí',
  rulePrint: 'Imprimir la regla',
  rulePrinting: 'La regla se imprime debajo de esta pantalla.',
  ruleNoPrinter: 'La impresora no está disponible. La recepción puede darle la regla.',

  notDone: 'No se ha podido hacer',
  notDoneHelp: 'No se ha registrado nada. Vuelva a intentarlo o diríjase a la recepción.',
  closed: 'La recepción está cerrada',
  closedHelp: 'Por el momento no se dan tiques. Si tiene alguna pregunta, diríjase a un agente.',
  reopens: (when) => `Se abre de nuevo ${when}.`,
  away: 'Un momento, por favor',
  awayHelp:
    'Este terminal espera al ordenador de la recepción. Si prefiere no esperar, diríjase a un agente.',
  moreTime: '¿Necesita más tiempo?',
  moreTimeHelp: (seconds) =>
    `Sin respuesta, esta pantalla vuelve al inicio en ${seconds}${nbsp}${one(seconds, 'segundo', 'segundos')}.`,
  moreTimeYes: 'Sí, continuar',
  moreTimeNo: 'No, he terminado',
  restTitle: 'Qué hay que traer',
  restStart: 'Toque la pantalla para empezar',

  cutHelp:
    'Este terminal ha perdido la conexión con la recepción. Da un número provisional, que conserva su hora de llegada.',
  provisionalTake: 'Tomar un número provisional',
  provisionalKeeps: 'Este número es provisional: conserva su hora de llegada.',
  provisionalCalled:
    'En cuanto vuelva la conexión, entra en la fila con esa hora y se le llamará por este número. Si la espera se alarga, muéstrelo a un agente.',
  provisionalWait:
    'Por ahora no se puede estimar la espera. Para una prioridad o una cita, diríjase a un agente.',
  provisionalYours: 'Su número provisional',
  provisionalAt: (at) => `Tomado a las ${at}. Conserva su hora de llegada.`,
  provisionalScreen: 'No está impreso: anote el número y el código, o fotografíe esta pantalla.',
  notice: 'Avisarme cuando se acerque mi turno',
  noticeHow: '¿Cómo quiere que le avisemos?',
  noticeHelp: 'Un solo mensaje. Lo que escriba sirve solo para esto y se borra al terminar su visita.',
  noticeSms: 'Por SMS',
  noticeEmail: 'Por correo electrónico',
  noticePhoneAsk: '¿Cuál es su número de teléfono?',
  noticeEmailAsk: '¿Cuál es su correo electrónico?',
  noticeYes: 'Acepto, avísenme',
  noticeAsked: 'Se le avisará cuando se acerque su turno. Permanezca localizable.',
  noticeWrong: 'Este número o esta dirección no está completo. Corríjalo.',
  noticeOff: 'La recepción no envía avisos por ahora. Mire la pantalla de la sala.',
  follow: 'Seguir su turno en su teléfono, por la red de la recepción:',

  phone: 'Tique en mi teléfono',
  phoneHelp: 'Fotografíe este código con su teléfono. Cambia cada minuto y da un solo tique.',
  agents: 'Personal',
  access: 'Leer y alcanzar',
  declaration: (level: 'whole' | 'part' | 'none'): string =>
    ({
      whole: 'Accesibilidad: plenamente conforme',
      part: 'Accesibilidad: parcialmente conforme',
      none: 'Accesibilidad: no conforme',
    })[level],
  accessAsk: '¿Cómo quiere leer esta pantalla?',
  accessHelp: 'Puede elegir varias opciones. Sirven hasta que termine y no se guardan.',
  spoken: 'Escuchar la pantalla',
  contrast: 'Contraste alto',
  large: 'Letras y botones grandes',
  low: 'Todo en la parte baja',
  sign: 'Vídeo en lengua de signos francesa',
  signPlay: 'Ver el vídeo',
  signPause: 'Parar el vídeo',
  signAgain: 'Desde el principio',
  signText: 'Lo que dice el vídeo',
  signFailed: 'El vídeo no se puede ver aquí. Esto es lo que dice.',
  listen: 'Escuchar:',
  spokenHelp:
    'La pantalla se lee en voz alta. Flecha abajo, siguiente. Flecha arriba, anterior. Intro, elegir. Escape, volver.',
  aButton: 'botón',
  chosen: 'elegido',
  notChosen: 'no elegido',
  emptyField: 'nada todavía',

  erase: 'Borrar',
  space: 'Espacio',
}

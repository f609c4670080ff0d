import { kioskEs } from './kiosk.ts'
import { moneyIn, plural, timesIn } from '../../format/inLocale.ts'
import type { PublicLanguage } from '../language.ts'

const ahead = plural('es', { one: '# persona antes que usted', other: '# personas antes que usted' })
const minutes = plural('es', { one: '# minuto', other: '# minutos' })

/** All that the public reads in Spanish. */
export const es: PublicLanguage = {
  direction: 'ltr',
  kiosk: kioskEs,
  follow: {
    title: 'Su turno',
    number: 'Número',
    code: 'Código del tique',
    codeHelp: 'Ocho letras y cifras, impresas en el tique.',
    see: 'Ver',
    unknown:
      'Ninguna visita en curso lleva este código: ha terminado, o hay que comprobar el código. La recepción puede decírselo.',
    tooMany: 'Demasiadas peticiones. Espere un minuto y vuelva a intentarlo.',
    ahead: (people) => (people === 0 ? 'Usted es el siguiente o la siguiente.' : `${ahead(people)}.`),
    wait: (low, high) =>
      low === high
        ? `Espera: ${minutes(high)} aproximadamente`
        : `Espera: de ${low} a ${minutes(high)} aproximadamente`,
    noWait: 'No se conoce la espera.',
    unsent:
      'El mensaje que debía avisarle no se ha podido enviar. Quédese en la sala: su número se mostrará y se llamará allí.',
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
  },
  hall: {
    title: 'Tomar un tique',
    help: 'Elija su trámite. Un solo tique, para quien está en la sala. Seguirá su turno en este teléfono.',
    off: 'Esta oficina no da tiques por teléfono. Tome el suyo en el quiosco o en recepción.',
    stale: 'Este código ya no es válido. Fotografíe el que muestra la pantalla de la sala.',
    tooMany: 'Se han pedido demasiados tiques. Tome el suyo en el quiosco o en recepción.',
    notGiven: 'No se ha dado ningún tique. Tome el suyo en el quiosco o en recepción.',
  },
  paper: {
    reprint: 'Impreso de nuevo tras un incidente de impresión',
    replaces: 'Sustituye al tique perdido',
    estimated: (at) => `Estimación hecha a las ${at}: una persona de cada diez espera más.`,
    beforeClosing: {
      sure: 'Debería ser atendido antes del cierre.',
      likely: 'Probablemente será atendido antes del cierre.',
      unlikely: 'Es posible que hoy no sea atendido.',
    },
    bring: 'Traiga consigo:',
    leaving: 'Si tiene que irse, dígalo en el terminal o en la recepción: se certificará su visita.',
    bound: 'Este tique está vinculado a su solicitud.',
    rule: 'La regla de las llamadas está expuesta, y se imprime si la pide.',
    onArrival: 'Al llegar, diga este código en la recepción o tecléelo en el terminal: se le dará un tique.',
    cannotCome: (ways) => `Si no puede venir, avise al servicio: ${ways}. La plaza será para otra persona.`,
    obligations: 'Este papel dice en francés lo que cada parte debe hacer, y antes de qué fecha.',
    usually: 'Lo que suele pedirse para este trámite',
  },
  room: {
    takeTicket: 'Tome un tique',
    shownHere: 'Su número aparecerá aquí',
    lastTickets: (at) => `Últimos tiques antes de las ${at}`,
    order: ({ appointments, weighted }) =>
      `Prioridades${appointments ? ', citas' : ''} y después ${weighted ? 'espera según el plazo previsto' : 'orden de llegada'}`,
    law: 'Prioridad de la tarjeta «mobilité inclusion»: CASF, art. L241-3',
  },
  summary: {
    title: 'Este documento en español',
    information: 'Traducido a título informativo: solo el texto francés es válido.',
    purposes: {
      recepisse: 'Este papel demuestra que usted presentó una solicitud, y qué día.',
      attestation: 'Este papel demuestra que usted vino aquí, y a qué hora.',
      accuse: 'Este papel dice que hemos recibido su solicitud y qué va a pasar.',
      pieces: 'Este papel dice qué documentos debe entregarnos todavía, y antes de qué fecha.',
      original: 'Este papel le pide que muestre el documento original, no una copia.',
      transmission: 'Este papel dice a qué oficina hemos enviado su solicitud.',
      refus: 'Este papel dice que su solicitud se deniega, por qué, y qué puede hacer usted.',
      acceptation: 'Este papel demuestra que su solicitud está aceptada, porque nadie respondió a tiempo.',
      motifs: 'Este papel dice por qué se denegó su solicitud.',
      nonReception: 'Este papel demuestra que usted vino y que no pudimos atenderle.',
      recu: 'Este papel demuestra que usted ha pagado.',
      quittance: 'Este papel demuestra que usted ha pagado.',
      bordereau: 'Este papel dice qué dinero entregó la caja al contable.',
      trace: 'Este papel dice qué reglas se aplicaron a su solicitud.',
      regularisation: 'Este papel dice que hay un error y cómo corregirlo sin sanción.',
      urbanisme: 'Este papel demuestra que usted presentó una solicitud de obras, y qué día.',
      sejour: 'Este papel dice en qué punto está su solicitud de permiso de residencia y qué permite.',
      originaux: 'Este papel dice que le hemos devuelto sus documentos.',
      incident: 'Este papel dice qué no funcionó aquí, y cuándo.',
      passage: 'Este papel cuenta su visita aquí, hora por hora.',
      annulation: 'Este papel dice que otro papel ya no vale.',
      recensement: 'Este papel demuestra que usted está inscrito («recensement»).',
    },
    keep: 'Guarde este papel.',
    number: (number, day) => `Número ${number}, expedido el ${day}.`,
    giveBy: (day) => `Entregue lo que se le pide el ${day} a más tardar.`,
    silence: {
      rejet: (day) => `Si nadie ha respondido el ${day}, su solicitud queda denegada.`,
      acceptation: (day) => `Si nadie ha respondido el ${day}, su solicitud queda aceptada.`,
    },
    declared: {
      purposes: {
        recepisse: 'Este papel demuestra que usted presentó una declaración, y qué día.',
        accuse: 'Este papel dice que hemos recibido su declaración y qué va a pasar.',
        transmission: 'Este papel dice a qué oficina hemos enviado su declaración.',
        refus: 'Este papel dice que su declaración se rechaza, por qué, y qué puede hacer usted.',
        acceptation:
          'Este papel demuestra que su declaración está aceptada, porque nadie respondió a tiempo.',
        motifs: 'Este papel dice por qué se rechazó su declaración.',
        trace: 'Este papel dice qué reglas se aplicaron a su declaración.',
        urbanisme: 'Este papel demuestra que usted presentó una declaración de obras, y qué día.',
      },
      silence: {
        rejet: (day) => `Si nadie ha respondido el ${day}, su declaración queda rechazada.`,
        acceptation: (day) => `Si nadie ha respondido el ${day}, su declaración queda aceptada.`,
      },
    },
    contest: {
      noDelay: 'Puede recurrir esta decisión. Ninguna norma fija un plazo.',
      days: plural('es', {
        one: 'Puede recurrir esta decisión en el plazo de # día.',
        other: 'Puede recurrir esta decisión en el plazo de # días.',
      }),
      months: plural('es', {
        one: 'Puede recurrir esta decisión en el plazo de # mes.',
        other: 'Puede recurrir esta decisión en el plazo de # meses.',
      }),
    },
    valid: (from, until) => `Válido del ${from} al ${until}.`,
    appointment: (day, hour) => `Su cita: ${day} a las ${hour}.`,
    paid: (amount) => `Importe: ${amount}.`,
    sentTo: (office) => `Enviada a: ${office}.`,
    cancels: (number) => `El papel que ya no vale: ${number}.`,
    date: timesIn('es-ES').date,
    money: moneyIn('es-ES'),
  },
  voice: {
    ticket: 'tique',
    screen: 'mire la pantalla',
    letters:
      'a, be, ce, de, e, efe, ge, hache, i, jota, ka, ele, eme, ene, o, pe, cu, erre, ese, te, u, uve, uve doble, equis, i griega, zeta'.split(
        ', ',
      ),
    places: {
      accueil: 'recepción',
      box: 'cabina',
      bureau: 'despacho',
      caisse: 'caja',
      comptoir: 'mostrador',
      guichet: 'ventanilla',
      porte: 'puerta',
      poste: 'puesto',
      regie: 'tesorería',
      salle: 'sala',
    },
    before: { 100: 'ciento' },
  },
}

import { AccessScreen } from './AccessScreen.tsx'
import { Appointment, HaveTicket, Slots } from './Menus.tsx'
import { Arrangements } from './Arrangements.tsx'
import { Arrive, ArriveHour, Lost, NumberAsked, TicketCode } from './Asked.tsx'
import { Asking, Booked, CertificateMade, Leaving, Left, Refused, Returned } from './Ended.tsx'
import { Certify } from './Certify.tsx'
import { DeclarationScreen } from './DeclarationScreen.tsx'
import type { Step } from './flow.ts'
import { Offer } from './Offer.tsx'
import { TrailCode, TrailPrinted } from './Trail.tsx'
import { AllMessages } from './OfficeMessages.tsx'
import { Phone } from './Phone.tsx'
import { Companion, Priority } from './Priority.tsx'
import { NoticeAddress, NoticeMeans } from './Notice.tsx'
import { ProvisionalNumber } from './Provisional.tsx'
import { Requests } from './Requests.tsx'
import { Rule } from './Rule.tsx'
import { Others, ServiceMotives } from './Services.tsx'
import { SignScreen } from './SignScreen.tsx'
import { Start } from './Start.tsx'
import { Ticket } from './Ticket.tsx'
import { later } from '../ui/later.tsx'

/** It writes a paper of record: what only those papers say is read with it. */
const Trail = later(async () => (await import('./TrailNoted.tsx')).Trail)

/** The screen of a step; a new step is a new screen, so that its title is read out. */
export function StepScreen({ step }: { readonly step: Step }) {
  switch (step.at) {
    case 'start':
      return <Start key="start" />
    case 'others':
      return <Others />
    case 'service':
      return <ServiceMotives {...step} />
    case 'offer':
      return <Offer motive={step.motive} />
    case 'requests':
      return <Requests />
    case 'arrangements':
      return <Arrangements />
    case 'priority':
      return <Priority />
    case 'companion':
      return <Companion ground={step.ground} />
    case 'slots':
      return <Slots {...step} />
    case 'certify':
      return <Certify {...step} />
    case 'appointment':
      return <Appointment />
    case 'arrive':
      return <Arrive key={step.by} {...step} />
    case 'arriveHour':
      return <ArriveHour {...step} />
    case 'haveTicket':
      return <HaveTicket />
    case 'number':
      return <NumberAsked {...step} />
    case 'ticketCode':
      return <TicketCode {...step} />
    case 'lost':
      return <Lost {...step} />
    case 'messages':
      return <AllMessages />
    case 'phone':
      return <Phone />
    case 'rule':
      return <Rule />
    case 'sign':
      return <SignScreen recording={step.recording} />
    case 'access':
      return <AccessScreen />
    case 'declaration':
      return <DeclarationScreen />
    case 'asking':
      return <Asking {...step} />
    case 'ticket':
      return <Ticket shown={step.shown} />
    case 'provisional':
      return <ProvisionalNumber {...step} />
    case 'noticeMeans':
      return <NoticeMeans {...step} />
    case 'notice':
      return <NoticeAddress {...step} />
    case 'leaving':
      return <Leaving {...step} />
    case 'left':
      return <Left {...step} />
    case 'returned':
      return <Returned {...step} />
    case 'booked':
      return <Booked {...step} />
    case 'certified':
      return <CertificateMade {...step} />
    case 'trailCode':
      return <TrailCode {...step} />
    case 'trail':
      return <Trail {...step} />
    case 'trailPrinted':
      return <TrailPrinted {...step} />
    case 'refused':
      return <Refused {...step} />
    default:
      return step satisfies never
  }
}

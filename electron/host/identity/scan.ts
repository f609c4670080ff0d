import { LocalDate } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Identity } from '../../../shared/contract/visit/sheet.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { readMrz, type MrzReading } from '../../../shared/identity/mrz/read.ts'
import { readTwoDDoc } from '../../../shared/identity/twoDDoc/read.ts'
import { mrzSentence } from '../../../shared/messages/identity/mrz.fr.ts'
import type { Reading } from '../reading.ts'

type Scanned = Output<'scan.read'>

/** Which title a zone is of; a visa or a driving licence of another State is none of them. */
const titleKinds: Readonly<Record<string, Identity['kind']>> = {
  P: 'passport',
  I: 'cni',
  A: 'residencePermit',
  C: 'residencePermit',
  D: 'drivingLicence',
}

/** A day whole; a month or a year alone says no day. */
const day = (text: string | null): LocalDate | null =>
  text === null ? null : (LocalDate.safeParse(text).data ?? null)

function kindOf({ documentCode }: MrzReading['fields']): Identity['kind'] {
  if (documentCode === 'IR' || documentCode === 'TIR') return 'residencePermit'
  return titleKinds[documentCode?.charAt(0) ?? ''] ?? 'other'
}

function ofZone({ valid, expired, fields, validity, errors }: MrzReading): Scanned {
  const { lastName, firstName, namesTruncated } = fields
  const source = validity?.source ?? null
  return {
    kind: 'mrz',
    valid,
    expired,
    identity: valid
      ? {
          kind: kindOf(fields),
          issuer: fields.issuingState,
          validUntil: day(validity?.legal ?? null),
          read: 'mrz',
        }
      : null,
    person:
      valid && lastName !== null
        ? {
            familyName: lastName,
            firstName,
            birthDate: day(fields.birthDate),
            truncated: namesTruncated,
          }
        : null,
    extended:
      source !== null && validity?.rule !== 'printed' && validity?.rule !== 'tenYears'
        ? { until: validity?.legal ?? null, source: source.title, toConfirm: source.toConfirm }
        : null,
    errors: errors.map(mrzSentence),
  }
}

/** What was scanned: a 2D-Doc is verified with the office's certificates, a zone with its check digits. */
export const readScan: Reading<'scan.read'> = async ({ text }, { office, now, trust }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const on = dateIn(office.settings.calendar.zone, now)
  const zone = readMrz(text, on)
  if (zone.format !== null) return ofZone(zone)
  const code = readTwoDDoc(text, { trust: await trust(), at: on })
  if (code.finding === 'notTwoDDoc') return { kind: 'unknown' }
  const data = ({ label, value, truncated }: (typeof code.details)[number]) => ({ label, value, truncated })
  return {
    kind: '2ddoc',
    verdict: code.verdict,
    typeName: code.typeName,
    sentence: code.sentence,
    conclusion: code.conclusion,
    proves: code.proves,
    data: code.details.map(data),
    unsigned: code.unsigned.map(data),
    validUntil: day(code.validUntil),
  }
}

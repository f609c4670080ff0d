import type { TrustedCertificate } from './certificate.ts'

/** What codes are verified with: certificates and what was revoked, by `CA-ID` (« FR03-AV01 »). Plain data. */
export type Trust = {
  readonly certificates: Readonly<Record<string, TrustedCertificate>>
  readonly revoked: readonly string[]
}

/** The name of a certificate in a trust and in a folder: its authority and its own identifier. */
export const certificateName = ({
  authority,
  certificate,
}: {
  readonly authority: string
  readonly certificate: string
}): string => `${authority}-${certificate}`

/**
 * Whether codes of that signer are for tests alone: authorities XX00, and the certificates 0000, 00000 and TEST of
 * any authority (ANTS, 2D-Doc v3.2.6, §3.3). The private key of FR00-0001 is printed in the standard (§16.1): a
 * good signature of it proves nothing.
 */
export const isForTests = ({
  authority,
  certificate,
}: {
  readonly authority: string
  readonly certificate: string
}): boolean => authority.endsWith('00') || ['0000', '00000', 'TEST'].includes(certificate)

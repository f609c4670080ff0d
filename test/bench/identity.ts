import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { readTwoDDoc } from '../../shared/identity/twoDDoc/read.ts'
import { certificateDer, signWith } from '../fixtures/twoDDocAuthority.ts'
import { bytesOf, dataOf, signedCode, testTrust, today } from '../fixtures/twoDDocCodes.ts'
import { alone, alternate, rates, type Part } from './measure.ts'

/** What verifying a 2D-Doc costs, beside its signature alone by the same library, and by OpenSSL. */
export const identity: Part = {
  name: 'identity',
  title: 'Un 2D-Doc',
  run: async ({ quick }) => {
    const code = signedCode()
    const data = bytesOf(dataOf())
    const signature = signWith('P-256', data)
    const x509 = new X509Certificate(certificateDer())
    const point = Buffer.from(testTrust.certificates['FR09-G001']!.publicKey, 'hex')
    const key = createPublicKey(x509.publicKey.export({ type: 'spki', format: 'pem' }))
    const bare = () => p256.verify(signature, data, point, { lowS: false, prehash: true })
    const native = () => verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
    const read = () => readTwoDDoc(code, { trust: testTrust, at: today }).verdict === 'authentic'
    const each = quick ? 20 : 200
    /** Times a second, of so many times on end. */
    const block = (work: () => boolean, times: number) => () => {
      const began = performance.now()
      for (let i = 0; i < times; i++) if (!work()) throw new Error('la signature devait être bonne')
      return Promise.resolve({ perSecond: [(times * 1000) / (performance.now() - began)] })
    }
    const { ours, noble, openssl } = await alternate(
      { ours: block(read, each), noble: block(bare, each), openssl: block(native, each * 10) },
      { rounds: quick ? 2 : 5, blocks: 3 },
    )
    const middle = (rounds: readonly (readonly number[])[]) =>
      rounds.map((round) => round.toSorted((a, b) => a - b)[Math.floor(round.length / 2)]!)
    const unverified = { trust: { certificates: {}, revoked: [] }, at: today }
    const reading = block(() => readTwoDDoc(code, unverified).verdict === 'unverifiable', each * 50)
    return [
      rates(
        'vérifiés, P-256 (nu : la signature seule)',
        'par seconde',
        middle(ours.perSecond),
        middle(noble.perSecond),
        0.8,
      ),
      rates(
        'vérifiés, P-256 (nu : la signature seule par OpenSSL)',
        'par seconde',
        middle(ours.perSecond),
        middle(openssl.perSecond),
        null,
      ),
      alone('lus, sans certificat', 'par seconde', (await reading()).perSecond[0]!),
    ]
  },
}

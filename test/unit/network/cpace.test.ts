import { expect, test } from 'vitest'
import { begin, keyOf, proofsOf, sameBytes, type Shared } from '../../../electron/lan/cpace.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

/** draft-irtf-cfrg-cpace, appendix B.3 (CPACE-RISTR255-SHA512). */
const draft = {
  shared: {
    code: 'Password',
    channel: hex('6f630b425f726573706f6e6465720b415f696e69746961746f72'),
    exchange: hex('7e4b4791d6a8ef019b936c79fb7f2c57'),
  },
  first: {
    random: hex('da3d23700a9e5699258aef94dc060dfda5ebb61f02a5ea77fad53f4ff0976d08'),
    share: 'd40fb265a7abeaee7939d91a585fe59f7053f982c296ec413c624c669308f87a',
  },
  second: {
    random: hex('d2316b454718c35362d83d69df6320f38578ed5984651435e2949762d900b80d'),
    share: '08bcf6e9777a9c313a3db6daa510f2d398403319c2341bd506a92e672eb7e307',
  },
  said: { initiator: Buffer.from('ADa'), responder: Buffer.from('ADb') },
  key: '4c5469a16b2364c4b944ebc1a79e51d1674ad47db26e8718154f59faebfaa52d8346f30aa58377117eb20d527f2cbc5c76381f7fd372e89df8239f87f2e02ed1',
} as const

test('the exchange is the draft’s: its shares and its key come out of its vectors, from both sides', () => {
  const { shared, first, second, said, key } = draft
  const a = begin(shared, first.random)
  const b = begin(shared, second.random)
  expect(Buffer.from(a.share).toString('hex')).toBe(first.share)
  expect(Buffer.from(b.share).toString('hex')).toBe(second.share)
  expect(keyOf(shared, a, b.share, 'initiator', said)?.toString('hex')).toBe(key)
  expect(keyOf(shared, b, a.share, 'responder', said)?.toString('hex')).toBe(key)
})

test('a share that is no point, or the neutral one, gives no key', () => {
  const part = begin(draft.shared)
  for (const share of [
    // The draft's own invalid points.
    hex('2b3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c'),
    Buffer.alloc(32),
    Buffer.alloc(31),
    Buffer.alloc(32, 255),
  ])
    expect(keyOf(draft.shared, part, share, 'responder')).toBeUndefined()
})

/** What each end of an exchange shows and expects, when each knows what it knows. */
function proofs(station: Shared, host: Shared) {
  const a = begin(station)
  const b = begin(host)
  const ofStation = keyOf(station, a, b.share, 'initiator')!
  const ofHost = keyOf(host, b, a.share, 'responder')!
  return {
    station: proofsOf(station, ofStation, a, b.share, 'initiator'),
    host: proofsOf(host, ofHost, b, a.share, 'responder'),
  }
}

test('who knows the code and sees the same key proves it to the other; another code or another key proves nothing', () => {
  const shared: Shared = { code: '12345678', channel: Buffer.from('key'), exchange: Buffer.alloc(32, 1) }
  const right = proofs(shared, shared)
  expect(sameBytes(right.station.ours, right.host.theirs)).toBe(true)
  expect(sameBytes(right.host.ours, right.station.theirs)).toBe(true)
  for (const other of [
    { ...shared, code: '12345679' },
    // A server in the middle has a key of its own.
    { ...shared, channel: Buffer.from('another key') },
    { ...shared, exchange: Buffer.alloc(32, 2) },
  ]) {
    const wrong = proofs(shared, other)
    expect(sameBytes(wrong.host.ours, wrong.station.theirs)).toBe(false)
    expect(sameBytes(wrong.station.ours, wrong.host.theirs)).toBe(false)
  }
})

test('neither end can pass the other’s proof for its own', () => {
  const shared: Shared = { code: '12345678', channel: Buffer.from('key'), exchange: Buffer.alloc(32, 1) }
  const { station, host } = proofs(shared, shared)
  expect(sameBytes(station.ours, host.ours)).toBe(false)
})

import { expect, test, vi } from 'vitest'

test('a thread that its service keeps from giving way works all the same', async () => {
  vi.resetModules()
  const setPriority = vi.fn<(niceness: number) => void>(() => {
    throw new Error('uv_os_setpriority returned EPERM (operation not permitted)')
  })
  vi.doMock('node:os', () => ({ setPriority }))
  const { giveWay } = await import('../../../electron/host/core/givingWay.ts')
  expect(() => giveWay(10)).not.toThrow()
  expect(setPriority).toHaveBeenCalledTimes(process.platform === 'linux' ? 1 : 0)
  vi.doUnmock('node:os')
})

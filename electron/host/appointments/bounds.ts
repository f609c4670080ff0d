/** What one exchange with a source may take, its network included. */
export const outsideBounds = { milliseconds: 60_000, megabytes: 256 } as const

import { expect, test } from '@jest/globals';
import { counted } from '../src/domain/counted.js';

test('a count of one is singular', () => {
  expect(counted(1, 'grant')).toBe('1 grant');
  expect(counted(0, 'grant')).toBe('0 grants');
  expect(counted(2, 'activity', 'activities')).toBe('2 activities');
});

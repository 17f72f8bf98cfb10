import { Resolver } from 'type-graphql';
import { ExchangeRate } from '../../entities/funding/exchange-rate.entity.js';
import { ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { LookupById } from '../shared/lookup-queries.js';
import { ExchangeRateConnection } from './connections.js';
import { ExchangeRateFilter } from './filters.js';
import { ExchangeRateOrder } from './orders.js';

@Resolver()
export class ExchangeRateQueries {
  @LookupById(ExchangeRate, 'ExchangeRate', 'an exchange rate by its id')
  exchangeRate!: Declared;

  @ConnectionQuery(ExchangeRateConnection, {
    filter: ExchangeRateFilter,
    orders: ExchangeRateOrder,
    description:
      'Lists all exchange rates. They are used when a conversion of amounts is requested.',
  })
  exchangeRates!: Declared;
}

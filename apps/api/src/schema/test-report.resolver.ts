import type { TestReport as ReportValue } from '@kshot/domain';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { missedClasses, untestedClasses } from './untested-classes.js';
import { TestReport } from './values.js';

@Resolver(() => TestReport)
export class TestReportResolver {
  @FieldResolver(() => [String], {
    description: 'Classes without an example in the part; the report does not hold for them.',
  })
  untestedClasses(@Root() report: TestReport): string[] {
    return untestedClasses(report as ReportValue);
  }

  @FieldResolver(() => [String], {
    description: 'Classes with tested examples of which none was told right.',
  })
  missedClasses(@Root() report: TestReport): string[] {
    return missedClasses(report as ReportValue);
  }
}

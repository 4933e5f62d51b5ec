using System.Collections.Immutable;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Scopes;
using EcsPlatform.Plans.Tests.Differences;
using static EcsPlatform.Plans.Tests.Scopes.Changes;

namespace EcsPlatform.Plans.Tests.Scopes;

/// <summary>Scopes, checked on what the comparison of two plans finds.</summary>
public class ComparedScopesTests
{
    private static readonly ExpectedScope Viewer = new ExpectedScope.Image("viewer", "library/viewer");

    [Fact]
    public void Another_digest_is_all_that_happens() =>
        Found(Stack("1", "1"), Stack("2", "1"), Viewer).ShouldBeEmpty();

    [Fact]
    public void The_same_plan_is_within_none() =>
        Found(Stack("1", "1"), Stack("1", "1"), new ExpectedScope.None()).ShouldBeEmpty();

    [Fact]
    public void Another_workload_that_rolls_too_is_outside_with_all_that_follows() =>
        Found(Stack("1", "1"), Stack("2", "2"), Viewer).ShouldBe([
            "Service search update of taskDefinition is outside image:viewer",
            "TaskDefinition search replacement of containerDefinitions[search].image is outside image:viewer",
            "EcsWorkload search change of the output taskDefinitionArn is outside image:viewer",
        ]);

    [Fact]
    public void A_service_that_takes_over_the_other_workloads_task_definition_is_outside() =>
        Found(Stack("1", "1"), Stack("2", "1", searchRuns: "viewer"), Viewer).ShouldBe([
            "Service search update of taskDefinition is outside image:viewer",
        ]);

    private static IEnumerable<string> Found(Plan old, Plan @new, ExpectedScope scope) =>
        ScopeCheck.Violations(PlanComparison.Compare(old, @new, new TestRules()), [scope])
            .Select(violation => $"{violation.Urn.Split("::")[^2].Split(':')[^1]} {violation.Urn.Split("::")[^1]} {violation.Reason}");

    private static Plan Stack(string viewer, string search, string searchRuns = "search") =>
        Plan.Of("ecs-platform", "staging", [.. Parts("viewer", viewer, "viewer", viewer), .. Parts("search", search, searchRuns, searchRuns == "search" ? search : viewer)]);

    private static ImmutableArray<PlannedResource> Parts(string name, string digest, string runs, string runsDigest)
    {
        var workload = Resource(Workload, name);
        var definition = Resource(TaskDefinition, name, workload.Urn);
        return
        [
            workload with { Outputs = Map("taskDefinitionArn", Text(Arn(name, digest))) },
            definition with
            {
                Id = Arn(name, digest),
                Inputs = Map("containerDefinitions", new PropertyValue.Json(new PropertyValue.List([
                    PropertyValue.Map.Of([
                        KeyValuePair.Create<string, PropertyValue>("image", Text($"1.dkr.ecr.eu-west-1.amazonaws.com/library/{name}@sha256:{digest}")),
                        KeyValuePair.Create<string, PropertyValue>("name", Text(name)),
                    ]),
                ]))),
                Outputs = Map("arn", Text(Arn(name, digest))),
            },
            Resource(Service, name, workload.Urn, Urn(TaskDefinition, runs)) with
            {
                Id = $"arn:service/{name}",
                Inputs = Map("taskDefinition", Text(Arn(runs, runsDigest))),
                PropertyDependencies = workload.PropertyDependencies.Add("taskDefinition", [Urn(TaskDefinition, runs)]),
            },
        ];
    }

    private static string Arn(string name, string digest) => $"arn:task-definition/{name}:{digest}";

    private static PropertyValue.Text Text(string value) => new(value);

    private static PropertyValue.Map Map(string name, PropertyValue value) => PropertyValue.Map.Of([KeyValuePair.Create(name, value)]);
}

using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Files;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Preview.Tests.Runs;

public class FailureTests
{
    [Fact]
    public async Task An_exception_is_reported_without_its_stack()
    {
        var failure = await Failure(() => throw new InvalidOperationException("no good"));
        failure.Message.ShouldBe("The program failed: System.InvalidOperationException: no good");
    }

    [Fact]
    public async Task A_run_exception_is_reported_by_its_message() =>
        (await Failure(() => throw new RunException("first line\nsecond line"))).Message.ShouldBe("first line\nsecond line");

    [Fact]
    public async Task All_logged_errors_are_reported() =>
        (await Failure(() =>
        {
            Log.Error("first");
            Log.Error("second");
        })).Reasons.ShouldBe(["first", "second"], ignoreOrder: true);

    [Fact]
    public async Task A_question_that_only_AWS_can_answer_is_refused() =>
        (await Failure(() => { _ = new Thing("a", new ThingArgs { Title = Lookup.Ami().Apply(ami => (string)ami["id"]) }); })).Reasons.ShouldBe([
            "The program calls aws:ec2/getAmi:getAmi, which only AWS can answer; the offline preview asks AWS nothing. Give the value in the stack's config.",
        ]);

    [Fact]
    public async Task A_question_that_needs_no_AWS_is_answered()
    {
        var plan = await TestPlan.OfAsync(() => { _ = new Thing("a", new ThingArgs { Title = Lookup.Region().Apply(region => (string)region["region"]) }); });
        plan.Only("test:index:Thing").Text("title").ShouldBe("eu-west-1");
    }

    [Fact]
    public async Task A_child_that_waits_for_its_own_component_does_not_hang_the_preview()
    {
        var failure = await Should.ThrowAsync<PreviewException>(() => PreviewRun.RunAsync(new PreviewRequest
        {
            Project = TestPlan.Project,
            Stack = TestPlan.Stack,
            Timeout = TimeSpan.FromSeconds(3),
            Program = () =>
            {
                _ = new Group("g", group => new Thing("a", null, new CustomResourceOptions { Parent = group, DependsOn = { group } }));
                return new Dictionary<string, object?>();
            },
        }));
        failure.Message.ShouldContain("depend on");
        failure.Message.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Programs_get_their_config_with_placeholders_for_secrets()
    {
        var plan = await PreviewRun.RunAsync(new PreviewRequest
        {
            Project = TestPlan.Project,
            Stack = TestPlan.Stack,
            Config = new Dictionary<string, ConfigValue>
            {
                ["ecs-platform:title"] = new("from config"),
                ["ecs-platform:token"] = new("[secret]", Secret: true),
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Program = () =>
            {
                var config = new Config();
                _ = new Thing("a", new ThingArgs { Title = config.Require("title"), Tags = { ["token"] = config.RequireSecret("token") } });
                return new Dictionary<string, object?>();
            },
        });
        plan.Only("test:index:Thing").Text("title").ShouldBe("from config");
        plan.Only("test:index:Thing").Input("tags").ShouldBe(new PropertyValue.Secret("[secret]"));
    }

    [Fact]
    public async Task The_same_program_gives_the_same_bytes()
    {
        var texts = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            texts.Add(PlanFile.Write(await TestPlan.OfAsync(() =>
            {
                _ = new Group("g", group => Enumerable.Range(0, 20).Select(n =>
                    new Thing($"t{n}", new ThingArgs { Size = n }, new CustomResourceOptions { Parent = group })).ToList());
            })));
        }

        texts.Distinct().Count().ShouldBe(1);
    }

    private static Task<PreviewException> Failure(Action program) => Should.ThrowAsync<PreviewException>(() => TestPlan.OfAsync(program));
}

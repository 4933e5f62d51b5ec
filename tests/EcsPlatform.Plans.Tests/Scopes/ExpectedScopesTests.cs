using System.Collections.Immutable;
using EcsPlatform.Plans.Scopes;

namespace EcsPlatform.Plans.Tests.Scopes;

public class ExpectedScopesTests
{
    private static readonly ScopeNames Names = new(
        Map("viewer", "library/viewer", "search", "library/search"), Map("transform", "jars/transform.jar"), Map("viewer", "urn-v", "staging-viewer", "urn-v"));

    [Fact]
    public void Every_scope_is_read() => ExpectedScopes.Parse(["image:viewer", "jar:transform", "ami", "cutover:viewer", "scale:staging-viewer", "ami"], Names).Scopes.ShouldBe([
        new ExpectedScope.Image("viewer", "library/viewer"),
        new ExpectedScope.Jar("transform", "jars/transform.jar"),
        new ExpectedScope.Ami(),
        new ExpectedScope.Cutover("viewer", "urn-v"),
        new ExpectedScope.Scale("staging-viewer", "urn-v"),
    ]);

    [Fact]
    public void None_is_read_alone() => ExpectedScopes.Parse(["none"], Names).Scopes.ShouldBe([new ExpectedScope.None()]);

    [Theory]
    [InlineData("imge:viewer", "unknown scope. Allowed: none, image:<name>, jar:<name>, ami, cutover:<workload>, scale:<workload>. Did you mean 'image'?")]
    [InlineData("image:veiwer", "there is no image 'veiwer'. Allowed: search, viewer. Did you mean 'viewer'?")]
    [InlineData("image", "the image's name is missing. Allowed: search, viewer. Add it behind a colon.")]
    [InlineData("jar:", "the JAR's name is missing. Allowed: transform. Add it behind a colon.")]
    [InlineData("scale:search", "there is no workload 'search'. Allowed: staging-viewer, viewer. Remove it.")]
    [InlineData("ami:x", "'ami' takes no name. Leave ':x' out.")]
    public void A_wrong_scope_is_refused_with_those_that_there_are(string text, string problem)
    {
        var (scopes, problems) = ExpectedScopes.Parse([text], Names);
        scopes.ShouldBeEmpty();
        problems.ShouldBe([$"--expect {text}: {problem}"]);
    }

    [Fact]
    public void A_stack_without_JARs_says_so() =>
        ExpectedScopes.Parse(["jar:x"], Names with { Jars = Names.Jars.Clear() }).Problems.ShouldBe(["--expect jar:x: the stack has no JAR. Remove it."]);

    [Fact]
    public void An_empty_scope_is_refused_with_those_that_there_are() => ExpectedScopes.Parse([""], Names).Problems.ShouldBe([
        "--expect '': a scope is missing. Allowed: none, image:<name>, jar:<name>, ami, cutover:<workload>, scale:<workload>. Write one, or leave --expect out.",
    ]);

    [Fact]
    public void All_problems_are_found_at_once() => ExpectedScopes.Parse(["none", "ami", "x", "image:y"], Names).Problems.ShouldBe([
        "--expect x: unknown scope. Allowed: none, image:<name>, jar:<name>, ami, cutover:<workload>, scale:<workload>. Remove it.",
        "--expect image:y: there is no image 'y'. Allowed: search, viewer. Remove it.",
        "--expect none: nothing may change, and ami, x, image:y may. Leave one of the two out.",
    ]);

    [Fact]
    public void None_contradicts_a_misspelt_scope_as_well() =>
        ExpectedScopes.Parse(["image:veiwer", "none"], Names).Problems.Length.ShouldBe(2);

    [Fact]
    public void None_does_not_contradict_a_missing_scope() =>
        ExpectedScopes.Parse(["none", ""], Names).Problems.Length.ShouldBe(1);

    [Fact]
    public void A_name_in_full_goes_before_one_without_the_stack()
    {
        var plan = Plan.Of("ecs-platform", "staging", [Changes.Resource(Changes.Workload, "staging-viewer"), Changes.Resource(Changes.Workload, "viewer")]);
        ScopeNames.WorkloadsOf(plan).ShouldBe(Map("staging-viewer", Changes.Urn(Changes.Workload, "staging-viewer"), "viewer", Changes.Urn(Changes.Workload, "viewer")));
    }

    [Fact]
    public void Workloads_are_named_with_and_without_the_stack()
    {
        var plan = Plan.Of("ecs-platform", "staging", [Changes.Resource(Changes.Workload, "staging-viewer"), Changes.Resource(Changes.Service, "x")]);
        ScopeNames.WorkloadsOf(plan).ShouldBe(Map("staging-viewer", Changes.Urn(Changes.Workload, "staging-viewer"), "viewer", Changes.Urn(Changes.Workload, "staging-viewer")));
    }

    private static ImmutableSortedDictionary<string, string> Map(params string[] entries) =>
        entries.Chunk(2).ToImmutableSortedDictionary(entry => entry[0], entry => entry[1], StringComparer.Ordinal);
}

using System.Collections.Immutable;
using EcsPlatform.Clusters;

namespace EcsPlatform.Tests.Clusters;

public class AgentOptionsTests
{
    [Fact]
    public void Defaults()
    {
        var agent = new AgentOptions();
        agent.DrainOnSpotNotice.ShouldBeTrue();
        agent.ImageCleanup.ShouldBeNull();
        agent.Settings.ShouldBeEmpty();
        agent.Script.ShouldBeNull();
        agent.Problems("agent").ShouldBeEmpty();
        var cleanup = new ImageCleanup();
        (cleanup.IntervalMinutes, cleanup.MinimumAgeMinutes, cleanup.ImagesPerCycle).ShouldBe((30, 60, 5));
    }

    [Fact]
    public void Every_problem_is_reported() => new AgentOptions
    {
        ImageCleanup = new ImageCleanup { IntervalMinutes = 9, MinimumAgeMinutes = 0, ImagesPerCycle = 0 },
        Settings = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
            .Add("ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE", "false")
            .Add("ECS_CLUSTER", "other").Add("ECS_LOGLEVEL", "warn\nECS_CLUSTER=other").Add("ecs loglevel", "warn"),
        Script = " ",
    }.Problems("agent").Select(problem => problem.ToString()).ShouldBe([
        "agent.imageCleanup.interval: 9 min. Allowed: 10 or more min. Let the agent rest longer between two rounds.",
        "agent.imageCleanup.minimumAge: 0 min. Allowed: 1 or more min. Let an image live long enough to be used.",
        "agent.imageCleanup.imagesPerCycle: 0. Allowed: 1 or more. Say how many images go at a time.",
        "agent.settings.ECS_CLUSTER: a setting that is written already. Allowed: other settings of the agent. Use the option that stands for it.",
        "agent.settings.ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE: 'false'. Allowed: true. Leave it out: instances may write no logs, so that tasks would start no more.",
        "agent.settings.ECS_LOGLEVEL: a value of several lines. Allowed: one line. Give the value without line breaks.",
        "agent.settings.ecs loglevel: 'ecs loglevel'. Allowed: capital letters, digits and underscores. Give the name of a setting of the ECS agent.",
        "agent.script: nothing. Allowed: shell commands. Give commands, or leave the script out.",
    ]);

    [Fact]
    public void Tasks_logs_may_be_written_with_their_execution_roles_by_name() => new AgentOptions
    {
        Settings = ImmutableSortedDictionary<string, string>.Empty.Add("ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE", "true"),
    }.Problems("agent").ShouldBeEmpty();

    [Fact]
    public void User_data_has_a_largest_size()
    {
        var fits = new AgentOptions { Script = new string('#', 15_900) };
        fits.Problems("agent").ShouldBeEmpty();
        (fits with { Script = new string('#', 16_384) }).Problems("agent").Single().ToString().ShouldMatch(
            @"^agent\.script: user data of 1[0-9]{4} bytes\. Allowed: up to 16384 bytes\. Fetch long scripts from elsewhere\.$");
    }
}

using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class DeploymentStrategyTests
{
    [Fact]
    public void Defaults()
    {
        var rolling = new DeploymentStrategy.Rolling();
        rolling.ShouldBe(new DeploymentStrategy.Rolling(100, 200) { CircuitBreaker = true, Rollback = true });
        rolling.AlarmNames.ShouldBeEmpty();
        new DeploymentStrategy.SingleWriter().Rollback.ShouldBeTrue();
        var blueGreen = new DeploymentStrategy.BlueGreen();
        (blueGreen.BakeMinutes, blueGreen.TestHost, blueGreen.Rollback).ShouldBe((5, null, true));
        blueGreen.Hooks.ShouldBeEmpty();
        new DeploymentStrategy.Canary().ShouldBe(new DeploymentStrategy.Canary(5, 10) { BakeMinutes = 5 });
        new DeploymentStrategy.Linear().ShouldBe(new DeploymentStrategy.Linear(10, 6) { BakeMinutes = 5 });
        var pause = new DeploymentHook.Pause { Stages = [DeploymentStage.PostScaleUp] };
        (pause.TimeoutMinutes, pause.ContinueAfterTimeout).ShouldBe((1440, false));
        new DeploymentHook.Function { Stages = [DeploymentStage.PostScaleUp], FunctionArn = "arn" }.Details.ShouldBeNull();
    }

    [Theory]
    [InlineData(1, 100, 150)]
    [InlineData(1, 100, 199)]
    [InlineData(1, 50, 100)]
    [InlineData(2, 100, 125)]
    [InlineData(3, 100, 125)]
    [InlineData(2, 75, 100)]
    [InlineData(5, 100, 100)]
    public void Bounds_between_which_no_task_may_start_or_stop_are_refused(int desired, int minimum, int maximum) =>
        new DeploymentStrategy.Rolling(minimum, maximum).Problems("viewer", desired).Single().ToString().ShouldBe(
            $"viewer.deployment: {minimum} % to {maximum} % of {desired} tasks: none may stop and none may start. " +
            "Allowed: bounds that let a task start or stop. Raise the maximum to start first, or lower the minimum to stop first.");

    [Theory]
    [InlineData(2, 50, 100, 1, 2)]
    [InlineData(2, 100, 150, 2, 3)]
    [InlineData(1, 100, 200, 1, 2)]
    [InlineData(1, 0, 100, 0, 1)]
    [InlineData(0, 100, 100, 0, 0)]
    public void Bounds_that_let_a_deployment_move_are_accepted(int desired, int minimum, int maximum, int floor, int ceiling)
    {
        var deployment = new DeploymentStrategy.Rolling(minimum, maximum);
        deployment.Problems("viewer", desired).ShouldBeEmpty();
        deployment.Floor(desired).ShouldBe(floor);
        deployment.Ceiling(desired).ShouldBe(ceiling);
    }

    [Fact]
    public void Every_problem_is_reported() =>
        new DeploymentStrategy.Rolling(101, 99).Problems("viewer", 1).Select(problem => problem.ToString()).ShouldBe([
            "viewer.minimumHealthyPercent: 101 %. Allowed: 0 to 100 %. Lower it.",
            "viewer.maximumPercent: 99 %. Allowed: 100 to 200 %. Choose a value in this range.",
            "viewer.deployment: 101 % to 99 % of 1 tasks: none may stop and none may start. Allowed: bounds that let a task start or stop. " +
                "Raise the maximum to start first, or lower the minimum to stop first.",
        ]);

    [Fact]
    public void A_single_writer_stops_before_the_next_starts()
    {
        var deployment = new DeploymentStrategy.SingleWriter();
        (deployment.Floor(1), deployment.Ceiling(1)).ShouldBe((0, 1));
        deployment.Problems("viewer", 1).ShouldBeEmpty();
        deployment.Problems("viewer", 0).ShouldBeEmpty();
        deployment.Problems("viewer", 2).Single().ToString().ShouldBe(
            "viewer.deployment: a single writer with 2 tasks. Allowed: at most 1 task. Run one task, or let several deploy as Rolling.");
        new ServiceCount.Scaled().Problems("viewer", deployment).Single().Where.ShouldBe("viewer.deployment");
    }

    [Fact]
    public void Requests_are_led_over_with_room_for_all_tasks_twice()
    {
        var deployment = new DeploymentStrategy.BlueGreen();
        (deployment.Floor(3), deployment.Ceiling(3)).ShouldBe((3, 6));
        deployment.Problems("viewer", 1).ShouldBeEmpty();
        new DeploymentStrategy.Canary(0.1, 0).Problems("viewer", 1).ShouldBeEmpty();
        new DeploymentStrategy.Linear(33.3, 1440).Problems("viewer", 1).ShouldBeEmpty();
    }

    [Fact]
    public void Shares_times_and_hooks_are_judged()
    {
        Texts(new DeploymentStrategy.BlueGreen { BakeMinutes = 1441 }).ShouldBe(["viewer.deployment.bakeMinutes: 1441 min. Allowed: 0 to 1440 min. Use 0 to go on at once."]);
        Texts(new DeploymentStrategy.Canary(0.05, -1) { BakeMinutes = -1 }).ShouldBe([
            "viewer.deployment.percent: 0.05 %. Allowed: 0.1 to 100 % in steps of 0.1. Choose a share that ECS allows.",
            "viewer.deployment.minutes: -1 min. Allowed: 0 to 1440 min. Use 0 to go on at once.",
            "viewer.deployment.bakeMinutes: -1 min. Allowed: 0 to 1440 min. Use 0 to go on at once.",
        ]);
        Texts(new DeploymentStrategy.Linear(2.9, 1441)).ShouldBe([
            "viewer.deployment.stepPercent: 2.9 %. Allowed: 3 to 100 % in steps of 0.1. Choose a share that ECS allows.",
            "viewer.deployment.stepMinutes: 1441 min. Allowed: 0 to 1440 min. Use 0 to go on at once.",
        ]);
        Texts(new DeploymentStrategy.BlueGreen
        {
            Hooks =
            [
                new DeploymentHook.Function { FunctionArn = "arn", Stages = [], Details = "[1]" },
                new DeploymentHook.Function { FunctionArn = "arn", Stages = [DeploymentStage.PreScaleUp], Details = "{" },
                new DeploymentHook.Pause { TimeoutMinutes = 0, Stages = [DeploymentStage.PreScaleUp, DeploymentStage.PreScaleUp, DeploymentStage.ProductionTrafficShift] },
                new DeploymentHook.Pause { TimeoutMinutes = 20_161, Stages = [DeploymentStage.TestTrafficShift] },
            ],
        }).ShouldBe([
            "viewer.deployment.hooks.stages: none. Allowed: one stage or more. Say when the hook is due.",
            "viewer.deployment.hooks.details: '[1]'. Allowed: a JSON object. Write the parameters as a JSON object, or leave them out.",
            "viewer.deployment.hooks.details: '{'. Allowed: a JSON object. Write the parameters as a JSON object, or leave them out.",
            "viewer.deployment.hooks.stages: PreScaleUp 2 times. Allowed: each stage once. Keep one of them.",
            "viewer.deployment.hooks.stages: a pause at ProductionTrafficShift. Allowed: a stage before or after it. Pause at PostProductionTrafficShift, or before.",
            "viewer.deployment.hooks.timeout: 0 min. Allowed: 1 to 20160 min. Give the time that people need to answer.",
            "viewer.deployment.hooks.stages: a pause at TestTrafficShift. Allowed: a stage before or after it. Pause at PostTestTrafficShift, or before.",
            "viewer.deployment.hooks.timeout: 20161 min. Allowed: 1 to 20160 min. Give the time that people need to answer.",
        ]);
    }

    private static IEnumerable<string> Texts(DeploymentStrategy deployment) => deployment.Problems("viewer", 1).Select(problem => problem.ToString());
}

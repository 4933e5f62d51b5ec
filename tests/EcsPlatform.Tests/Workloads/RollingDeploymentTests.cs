using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class RollingDeploymentTests
{
    [Fact]
    public void Defaults() => new RollingDeployment().ShouldBe(new RollingDeployment(100, 200));

    [Theory]
    [InlineData(1, 100, 150)]
    [InlineData(1, 100, 199)]
    [InlineData(1, 50, 100)]
    [InlineData(2, 100, 125)]
    [InlineData(3, 100, 125)]
    [InlineData(2, 75, 100)]
    [InlineData(5, 100, 100)]
    public void Bounds_between_which_no_task_may_start_or_stop_are_refused(int desired, int minimum, int maximum) =>
        new RollingDeployment(minimum, maximum).Problems("viewer", desired).Single().ToString().ShouldBe(
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
        var deployment = new RollingDeployment(minimum, maximum);
        deployment.Problems("viewer", desired).ShouldBeEmpty();
        deployment.Floor(desired).ShouldBe(floor);
        deployment.Ceiling(desired).ShouldBe(ceiling);
    }

    [Fact]
    public void Every_problem_is_reported() =>
        new RollingDeployment(101, 99).Problems("viewer", 1).Select(problem => problem.ToString()).ShouldBe([
            "viewer.minimumHealthyPercent: 101 %. Allowed: 0 to 100 %. Lower it.",
            "viewer.maximumPercent: 99 %. Allowed: 100 to 200 %. Choose a value in this range.",
            "viewer.deployment: 101 % to 99 % of 1 tasks: none may stop and none may start. Allowed: bounds that let a task start or stop. " +
                "Raise the maximum to start first, or lower the minimum to stop first.",
        ]);
}

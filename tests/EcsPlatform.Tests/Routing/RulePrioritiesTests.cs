using EcsPlatform.Foundations;
using EcsPlatform.Routing;

namespace EcsPlatform.Tests.Routing;

public class RulePrioritiesTests
{
    [Fact]
    public void A_free_priority_can_be_taken_once()
    {
        var priorities = new RulePriorities();
        priorities.Claim("viewer", 100);
        priorities.Claim("search", 200);
        Should.Throw<InvalidArgsException>(() => priorities.Claim("services", 100)).Message.ShouldBe(
            "Listener rule of 'services': 1 problem\n" +
            "  services.route.priority: 100, which 'viewer' has already. Allowed: a priority that is free. Choose another priority for one of them.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50_001)]
    public void A_priority_that_AWS_does_not_know_is_refused(int priority) =>
        Should.Throw<InvalidArgsException>(() => new RulePriorities().Claim("viewer", priority)).Message.ShouldBe(
            "Listener rule of 'viewer': 1 problem\n" +
            $"  viewer.route.priority: {priority}. Allowed: 1 to 50000. Choose another priority for one of them.");
}

using System.Globalization;
using System.Text.Json.Nodes;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace EcsPlatform.Clusters;

/// <summary>
/// Stops an environment each day at a local time: its services run no tasks, its groups no instances. EventBridge Scheduler reads the
/// clock in the zone itself, summer time included. What has no size keeps costing: load balancers, NAT gateways, file systems,
/// distributions. <c>pulumi up --refresh</c> starts the environment again, for it sees that the sizes are not those declared.
/// </summary>
public sealed class ScheduledStop : ComponentResource
{
    // Stopping hours later would hit those who have started it again.
    private const int LatestSeconds = 3600;
    private const int Retries = 3;

    /// <summary>Creates the schedules.</summary>
    /// <param name="name">The name, which its resources' names begin with.</param>
    /// <param name="args">What stops, and when.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public ScheduledStop(string name, ScheduledStopArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:clusters:ScheduledStop", name, options)
    {
        InvalidArgsException.ThrowIfAny($"ScheduledStop '{name}'", args.Problems(name));
        var children = new CustomResourceOptions { Parent = this };
        var role = AddRole(name, args, children);

        foreach (var (service, serviceName) in args.Services)
        {
            var input = Output.Tuple(args.Cluster.ClusterName, serviceName.ToOutput()).Apply(names => StopService(names.Item1, names.Item2));
            AddSchedule(ScheduledStopArgs.ServiceSchedule(name, service), $"Stops the service {service}", "ecs:updateService", input, args, role, children);
        }

        foreach (var (suffix, group) in args.Cluster.Groups)
        {
            AddSchedule(
                ScheduledStopArgs.GroupSchedule(name, suffix),
                "Stops the instances",
                "autoscaling:updateAutoScalingGroup",
                group.Name.Apply(StopGroup),
                args,
                role,
                children);
        }

        RegisterOutputs();
    }

    /// <summary>The schedule of a time of the day.</summary>
    /// <param name="at">The time.</param>
    /// <returns>For example <c>cron(30 20 * * ? *)</c>.</returns>
    public static string Daily(TimeOnly at) => string.Create(CultureInfo.InvariantCulture, $"cron({at.Minute} {at.Hour} * * ? *)");

    // The names of requests' fields are those of AWS's SDKs, with a capital:
    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
    private static string StopService(string cluster, string service) =>
        new JsonObject { ["Cluster"] = cluster, ["DesiredCount"] = 0, ["Service"] = service }.ToJsonString();

    private static string StopGroup(string group) =>
        new JsonObject { ["AutoScalingGroupName"] = group, ["DesiredCapacity"] = 0, ["MinSize"] = 0 }.ToJsonString();

    private static void AddSchedule(
        string name, string description, string action, Output<string> input, ScheduledStopArgs args, Iam.Role role, CustomResourceOptions options) =>
        _ = new Schedule(
            name,
            new ScheduleArgs
            {
                Description = description,
                ScheduleExpression = Daily(args.At),
                ScheduleExpressionTimezone = args.TimeZone,
                FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
                Target = new ScheduleTargetArgs
                {
                    Arn = $"arn:aws:scheduler:::aws-sdk:{action}",
                    RoleArn = role.Arn,
                    Input = input,
                    RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumRetryAttempts = Retries, MaximumEventAgeInSeconds = LatestSeconds },
                },
            },
            options);

    private static Iam.Role AddRole(string name, ScheduledStopArgs args, CustomResourceOptions options)
    {
        var account = args.Cluster.Network.Account;
        var role = new Iam.Role(
            name,
            new Iam.RoleArgs
            {
                Description = $"Stops what {name} names",
                AssumeRolePolicy = PolicyDocument.Trust("scheduler.amazonaws.com", account.Id),
            },
            options);
        _ = new Iam.RolePolicy(name, new Iam.RolePolicyArgs { Role = role.Name, Policy = PolicyDocument.Json(Statements(args, account)) }, options);
        return role;
    }

    private static ImmutableArray<PolicyStatement> Statements(ScheduledStopArgs args, AwsAccount account)
    {
        PolicyStatement services = new()
        {
            Actions = ["ecs:UpdateService"],
            Resources =
            [
                .. args.Services.Values.Select(service => (Input<string>)Output.Format(
                    $"arn:aws:ecs:{account.Region}:{account.Id}:service/{args.Cluster.ClusterName}/{service}")),
            ],
        };
        PolicyStatement groups = new()
        {
            Actions = ["autoscaling:UpdateAutoScalingGroup"],
            Resources = [.. args.Cluster.Groups.Select(group => (Input<string>)group.Group.Arn)],
        };
        return [.. new[] { services, groups }.Where(statement => !statement.Resources.IsEmpty)];
    }
}

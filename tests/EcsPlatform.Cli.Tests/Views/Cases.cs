using System.Collections.Immutable;
using EcsPlatform.Cli.Views;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Scopes;
using static EcsPlatform.Cli.Tests.Views.Make;

namespace EcsPlatform.Cli.Tests.Views;

/// <summary>The differences whose views are approved.</summary>
internal static class Cases
{
    public static DifferenceReport NothingChanges => Report(Unchanged(70));

    public static DifferenceReport DigestChanged
    {
        get
        {
            var (changes, steps) = Deployment();
            return Report([.. changes, .. Unchanged(68)]) is var report ? report with { Difference = report.Difference with { Steps = steps } } : report;
        }
    }

    public static DifferenceReport InstanceTypeChanged
    {
        get
        {
            var template = Resource("aws:ec2/launchTemplate:LaunchTemplate", "staging", ("instanceType", Text("t3.large")));
            var group = Resource("aws:autoscaling/group:Group", "staging") with { IgnoreChanges = ["desiredCapacity"] };
            return Report(
            [
                new ResourceChange
                {
                    Operation = Operation.Update,
                    Old = template.PuttingOut("lt-0a1b2c3d4e5f60718", ("latestVersion", Number(3))),
                    New = template.PuttingOut("lt-0a1b2c3d4e5f60718", ("latestVersion", Number(4))),
                    Inputs = [Change("instanceType", Text("t3.medium"), Text("t3.large"))],
                },
                Changed(
                    Operation.Update,
                    group,
                    new PropertyChange(Path("launchTemplate", Field("version")), Number(3), Text("4")) { FollowsFrom = template.Urn })
                    with { Ignored = [Change("desiredCapacity", Number(5), Number(2))] },
                .. Unchanged(68),
            ]);
        }
    }

    public static DifferenceReport SubnetReplaced
    {
        get
        {
            var subnet = Resource("aws:ec2/subnet:Subnet", "staging-private-1", ("cidrBlock", Text("10.88.1.0/24")));
            var (was, becomes) = (subnet.PuttingOut("subnet-0aaaaaaaaaaaaaaa1"), subnet.PuttingOut("subnet-0bbbbbbbbbbbbbbb2"));
            var association = Resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "staging-private-1");
            var service = Resource(Service, "staging-viewer");
            var policy = Resource("aws:iam/rolePolicy:RolePolicy", "staging-viewer");
            return Report(
            [
                new ResourceChange
                {
                    Operation = Operation.Replace,
                    Old = was,
                    New = becomes,
                    DeleteBeforeReplace = true,
                    Inputs = [Change("cidrBlock", Text("10.88.0.0/24"), Text("10.88.1.0/24")) with { Replaces = true }],
                },
                Changed(
                    Operation.Replace, association, Change("subnetId", Text(was.Id!), Text(becomes.Id!)) with { Replaces = true, FollowsFrom = subnet.Urn })
                    with { DeleteBeforeReplace = true },
                Changed(
                    Operation.Update,
                    service,
                    new PropertyChange(Path("networkConfiguration", Field("subnets"), new PathSegment.Index(0)), Text(was.Id!), Text(becomes.Id!)) { FollowsFrom = subnet.Urn }),
                Changed(
                    Operation.Update,
                    policy,
                    new PropertyChange(
                        Path("policy", Field("Statement"), new PathSegment.Index(0), Field("Resource")),
                        List(Text($"arn:aws:ec2:eu-west-1:111111111111:subnet/{was.Id}")),
                        List(Text("*"), Text($"arn:aws:ec2:eu-west-1:111111111111:subnet/{becomes.Id}"))) { FollowsFrom = subnet.Urn }),
                .. Unchanged(66),
            ]);
        }
    }

    public static DifferenceReport ProtectedDeleted
    {
        get
        {
            var files = Resource("aws:efs/fileSystem:FileSystem", "staging-viewer-data") with { Protect = true };
            var logs = Resource("aws:cloudwatch/logGroup:LogGroup", "staging-viewer") with { RetainOnDelete = true };
            return Report([Changed(Operation.Delete, files), Changed(Operation.Delete, logs), .. Unchanged(68)]) is var report
                ? report with { Findings = ChangeFindings.Of(report.Difference) }
                : report;
        }
    }

    public static DifferenceReport CreatedMovedAndOptions
    {
        get
        {
            var moved = Resource("aws:sqs/queue:Queue", "jobs");
            var definition = Resource(
                TaskDefinition,
                "staging-router",
                ("containerDefinitions", Text("""[{"name":"router","image":"router:1","command":["serve","--all"]},{"name":"agent","image":"agent:2"}]""")),
                ("family", Text("staging-router")));
            var component = Resource("ecs-platform:workloads:EcsWorkload", "staging-router") with { Custom = false };
            return Report(
            [
                Changed(Operation.Create, component),
                Changed(Operation.Create, definition),
                Changed(Operation.Create, Resource(Service, "staging-router", ("desiredCount", Number(1)), ("taskDefinition", PropertyValue.Unknown.Value))),
                Same(moved) with { Old = moved with { Urn = "urn:pulumi:staging::ecs-platform::acme:jobs:Queues$aws:sqs/queue:Queue::work", Name = "work" } },
                Same(Resource("aws:s3/bucket:Bucket", "files") with { Protect = true }) with
                {
                    Old = Resource("aws:s3/bucket:Bucket", "files"),
                    Options = [new OptionChange("parent", Urn("acme:files:Store", "files"), Stack.Urn), new OptionChange("protect", "", "true")],
                },
                .. Unchanged(66),
            ]);
        }
    }

    public static DifferenceReport Secret
    {
        get
        {
            var parameter = Resource("aws:ssm/parameter:Parameter", "password") with { AdditionalSecretOutputs = ["insecureValue"] };
            return Report(
            [
                Changed(
                    Operation.Update,
                    parameter,
                    Change("description", Text("hunter2 in the clear"), new PropertyValue.Secret("[secret]")),
                    Change("insecureValue", Text("hunter3"), Text("hunter4")),
                    Change("tags", Map(("owner", new PropertyValue.Secret("[secret 0badcafe]"))), null),
                    Change("value", new PropertyValue.Secret("[secret 1f3a09bc]"), new PropertyValue.Secret("[secret 77aa09bc]"))),
                .. Unchanged(69),
            ]);
        }
    }

    public static DifferenceReport Pending
    {
        get
        {
            var report = Report([Changed(Operation.Update, Resource("aws:sqs/queue:Queue", "jobs"), Change("delaySeconds", Number(0), Number(5))), .. Unchanged(69)]);
            var old = report.Difference.Old with { PendingOperations = [new PendingOperation("creating", Urn(Service, "staging-viewer"))] };
            return report with { Difference = report.Difference with { Old = old } };
        }
    }

    public static DifferenceReport OutsideScope
    {
        get
        {
            var queue = Resource("aws:sqs/queue:Queue", "jobs");
            return Report([.. Deployment().Changes, Changed(Operation.Update, queue, Change("delaySeconds", Number(0), Number(5))), .. Unchanged(67)]) with
            {
                Violations = [new ScopeViolation(queue.Urn, "update of delaySeconds is outside image:viewer")],
            };
        }
    }

    private static (ImmutableArray<ResourceChange> Changes, ImmutableArray<PlanStep> Steps) Deployment()
    {
        const string Arn = "arn:aws:ecs:eu-west-1:111111111111:task-definition/staging-viewer";
        var definition = Resource(TaskDefinition, "staging-viewer", ("family", Text("staging-viewer")));
        var (was, becomes) = (definition.PuttingOut("staging-viewer", ("arn", Text($"{Arn}:7"))), definition.PuttingOut("staging-viewer", ("arn", Text($"{Arn}:8"))));
        var service = Resource(
            Service, "staging-viewer", ("deploymentMaximumPercent", Number(200)), ("deploymentMinimumHealthyPercent", Number(100)), ("desiredCount", Number(2)));
        PropertyChange Follows(string property) => Change(property, Text($"{Arn}:7"), Text($"{Arn}:8")) with { FollowsFrom = definition.Urn };
        return
        (
            [
                new ResourceChange { Operation = Operation.Replace, Old = was, New = becomes, Inputs = [ImageChange(Image(OldDigest), Image(NewDigest))] },
                Changed(Operation.Update, service, Follows("taskDefinition")),
                Same(Resource("ecs-platform:workloads:EcsWorkload", "staging-viewer") with { Custom = false }) with { Outputs = [Follows("taskDefinitionArn")] },
                Same(Stack) with { Outputs = [Follows("viewerTaskDefinitionArn")] },
            ],
            [new PlanStep(StepKind.CreateReplacement, definition.Urn), new PlanStep(StepKind.Update, service.Urn)]
        );
    }
}

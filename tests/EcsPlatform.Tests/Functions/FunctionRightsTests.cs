using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using EcsPlatform.Storage;
using EcsPlatform.Testing;
using static EcsPlatform.Tests.Functions.FunctionPlans;

namespace EcsPlatform.Tests.Functions;

public class FunctionRightsTests
{
    [Fact]
    public async Task A_function_with_every_option_has_no_wildcard_but_where_AWS_knows_no_resources()
    {
        var plan = await InNetwork(network => Args with
        {
            Vpc = new FunctionVpc(network) { Egress = InternetEgress.Https },
            FileSystem = new FileSystemMount(
                new EfsFileSystem("files", new EfsFileSystemArgs
                {
                    Network = network,
                    AccessPoints = ImmutableSortedDictionary.Create<string, AccessPoint>(StringComparer.Ordinal)
                        .Add("copies", new AccessPoint { RootDirectory = "/data", UserId = 1000, GroupId = 1000 }),
                }),
                "copies",
                "/mnt/data"),
            Environment = Variables(("PID", new FunctionVariable.Parameter("/staging/pid"))),
            Asynchronous = new AsynchronousInvocation.DeadLetter(
                new FunctionTarget.Topic(new TopicGrants("arn:aws:sns:eu-west-1:111111111111:failed"))),
            Grants = [new BucketGrants("arn:aws:s3:::source").Read("items/")],
        });
        var statements = plan.Only(Policy, "copy").Json("policy").GetProperty("Statement").EnumerateArray().ToList();
        statements.Select(statement => statement.GetProperty("Action").GetRawText()).ShouldAllBe(actions => !actions.Contains('*'));
        statements.Where(statement => statement.GetProperty("Resource").GetRawText() == "\"*\"")
            .Select(statement => statement.GetProperty("Action").GetRawText())
            .ShouldBe([
                """["xray:PutTelemetryRecords","xray:PutTraceSegments"]""",
                """["ec2:DescribeNetworkInterfaces","ec2:DescribeSubnets"]""",
            ]);
        statements.ShouldAllBe(statement => statement.GetProperty("Effect").GetString() == "Allow");
    }
}

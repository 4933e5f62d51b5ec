using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam.Inputs;
using Aws = Pulumi.Aws;

namespace EcsPlatform.StandIn.Generated.Tests.Shapes;

public class InputShapeTests
{
    [Fact]
    public async Task A_policy_may_be_text_an_output_or_typed()
    {
        var mocks = new RecordingMocks();
        await mocks.RunAsync(() =>
        {
            _ = new Aws.Iam.Role("text", new Aws.Iam.RoleArgs { AssumeRolePolicy = "{}" });
            _ = new Aws.Iam.Role("output", new Aws.Iam.RoleArgs { AssumeRolePolicy = Output.Create("{ }") });
            _ = new Aws.Iam.Role("typed", new Aws.Iam.RoleArgs
            {
                AssumeRolePolicy = new PolicyDocumentArgs
                {
                    Version = Aws.Iam.PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17,
                    Statement =
                    {
                        new PolicyStatementArgs
                        {
                            Effect = Aws.Iam.PolicyStatementEffect.ALLOW,
                            Action = "sts:AssumeRole",
                            Principal = new ServicePrincipalArgs { Service = "ecs-tasks.amazonaws.com" },
                        },
                    },
                },
            });
        });
        mocks.Input("text", "assumeRolePolicy").ShouldBe("{}");
        mocks.Input("output", "assumeRolePolicy").ShouldBe("{ }");
        var policy = (ImmutableDictionary<string, object>)mocks.Input("typed", "assumeRolePolicy");
        policy["Version"].ShouldBe("2012-10-17");
        var statement = (ImmutableDictionary<string, object>)((ImmutableArray<object>)policy["Statement"])[0];
        statement["Effect"].ShouldBe("Allow");
        statement["Action"].ShouldBe("sts:AssumeRole");
    }

    [Fact]
    public async Task Text_or_an_enumeration_lists_maps_and_nested_arguments_arrive()
    {
        var mocks = new RecordingMocks();
        await mocks.RunAsync(() =>
        {
            _ = new Aws.Lambda.Function("text", new Aws.Lambda.FunctionArgs { Role = "arn", Runtime = "python3.12" });
            _ = new Aws.Lambda.Function("enum", new Aws.Lambda.FunctionArgs
            {
                Role = "arn",
                Runtime = Aws.Lambda.Runtime.Python3d12,
                Code = new FileArchive("."),
                Architectures = { "arm64" },
                Tags = { ["a"] = "b" },
                Timeout = 30,
                Publish = true,
                VpcConfig = new Aws.Lambda.Inputs.FunctionVpcConfigArgs { SubnetIds = { "s" }, SecurityGroupIds = { "g" } },
            });
            _ = new Aws.AutoScaling.Group("group", new Aws.AutoScaling.GroupArgs
            {
                MinSize = 1,
                MaxSize = 2,
                EnabledMetrics = { Aws.AutoScaling.Metric.GroupInServiceInstances },
                Tags = { new Aws.AutoScaling.Inputs.GroupTagArgs { Key = "k", Value = "v", PropagateAtLaunch = true } },
            });
            _ = new Aws.S3.BucketObjectv2("object", new Aws.S3.BucketObjectv2Args { Bucket = "b", Source = new FileAsset("x") });
        });
        mocks.Input("text", "runtime").ShouldBe("python3.12");
        mocks.Input("enum", "runtime").ShouldBe("python3.12");
        mocks.Input("enum", "code").ShouldBeOfType<FileArchive>();
        mocks.Input("enum", "architectures").ShouldBe(ImmutableArray.Create<object>("arm64"));
        mocks.Input("enum", "timeout").ShouldBe(30.0);
        mocks.Input("enum", "publish").ShouldBe(true);
        ((ImmutableDictionary<string, object>)mocks.Input("enum", "vpcConfig"))["subnetIds"].ShouldBe(ImmutableArray.Create<object>("s"));
        mocks.Input("group", "enabledMetrics").ShouldBe(ImmutableArray.Create<object>("GroupInServiceInstances"));
        mocks.Input("object", "source").ShouldBeOfType<FileAsset>();
    }

    [Fact]
    public async Task Names_that_clash_with_their_class_have_others_in_CSharp()
    {
        var mocks = new RecordingMocks();
        await mocks.RunAsync(() =>
        {
            _ = new Aws.Iam.Policy("policy", new Aws.Iam.PolicyArgs { PolicyDocument = "{}" });
            _ = new Aws.S3.Bucket("bucket", new Aws.S3.BucketArgs { BucketName = "b" });
            _ = new Aws.Sqs.RedrivePolicy("redrive", new Aws.Sqs.RedrivePolicyArgs { QueueUrl = "q", RedrivePolicyName = "{}" });
            _ = new Aws.Sqs.RedriveAllowPolicy("allow", new Aws.Sqs.RedriveAllowPolicyArgs { QueueUrl = "q", RedriveAllowPolicyName = "{}" });
            _ = new Aws.Efs.BackupPolicy("backup", new Aws.Efs.BackupPolicyArgs
            {
                FileSystemId = "fs",
                BackupPolicyDetails = new Aws.Efs.Inputs.BackupPolicyBackupPolicyArgs { Status = "ENABLED" },
            });
        });
        mocks.Input("policy", "policy").ShouldBe("{}");
        mocks.Input("bucket", "bucket").ShouldBe("b");
        mocks.Input("redrive", "redrivePolicy").ShouldBe("{}");
        mocks.Input("allow", "redriveAllowPolicy").ShouldBe("{}");
        ((ImmutableDictionary<string, object>)mocks.Input("backup", "backupPolicy"))["status"].ShouldBe("ENABLED");
    }

    [Fact]
    public async Task What_is_secret_by_nature_is_a_secret_from_the_start()
    {
        var args = new Aws.Ssm.ParameterArgs { Type = Aws.Ssm.ParameterType.SecureString, Value = "open" };
        (await Output.IsSecretAsync(args.Value!.ToOutput()).WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        var mocks = new RecordingMocks();
        await mocks.RunAsync(() => { _ = new Aws.Ssm.Parameter("p", args); });
        mocks.Input("p", "value").ShouldBe("open");
        mocks.Input("p", "type").ShouldBe("SecureString");
    }

    [Fact]
    public void Deprecated_members_are_obsolete() =>
        typeof(Aws.S3.BucketArgs).GetProperty("Website")!.GetCustomAttributes(typeof(ObsoleteAttribute), false).ShouldHaveSingleItem();

    [Fact]
    public async Task The_classes_own_defaults_are_there()
    {
        var mocks = new RecordingMocks();
        await mocks.RunAsync(() =>
        {
            _ = new Aws.Ec2.SecurityGroup("group");
            _ = new Aws.Route53.Zone("zone");
        });
        mocks.Input("group", "description").ShouldBe("Managed by Pulumi");
        mocks.Input("zone", "comment").ShouldBe("Managed by Pulumi");
    }
}
